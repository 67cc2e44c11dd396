import { figure, table } from "./table.mjs";

export function sealsTable(result) {
  const { plainHashPerSecond, sealedPerSecond, sealedRatio, verifiedPerSecond } = result;
  const { verifiedRatio, plainPerSecond, whileSealingPerSecond, whileSealingRatio } = result;
  return table([
    [`of ${figure(result.completions)} completions`, "per second", "ratio"],
    ["each row of the ledger hashed once, as text", figure(plainHashPerSecond), "1"],
    ["sealed", figure(sealedPerSecond), figure(sealedRatio)],
    ["verified", figure(verifiedPerSecond), figure(verifiedRatio)],
    ["completions written, nobody sealing", figure(plainPerSecond), "1"],
    [
      "completions written while somebody seals without a pause",
      figure(whileSealingPerSecond),
      figure(whileSealingRatio),
    ],
    ["bytes a completion on disk", figure(result.bytesPerCompletion), ""],
  ]);
}
