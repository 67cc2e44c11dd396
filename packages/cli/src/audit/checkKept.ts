import { readFileSync } from "node:fs";
import type { Seal } from "@milepost/engine";
import { CommandError } from "../terminal/CommandError.ts";
import { exitCodes } from "../terminal/exitCodes.ts";

/**
 * The hashes among those kept elsewhere that no seal has.
 * @param kept - the path of what `audit seals --json` wrote, or the hash of one seal in hex
 * @throws {@link CommandError} where it is neither
 */
export function checkKept(kept: string, seals: readonly Seal[]): string[] {
  const here = new Set(seals.map(({ hash }) => hash));
  return hashesOf(kept).filter((hash) => !here.has(hash));
}

function hashesOf(kept: string): string[] {
  if (/^[0-9a-f]{64}$/.test(kept)) return [kept];
  try {
    const { seals } = JSON.parse(readFileSync(kept, "utf8")) as { seals: { hash: string }[] };
    return seals.map(({ hash }) => hash);
  } catch (cause) {
    throw new CommandError(`${kept} is no file of seals, and no hash of one.`, {
      code: "seals_unreadable",
      exitCode: exitCodes.usage,
      hint: "`milepost audit seals --json` writes such a file.",
      cause,
    });
  }
}
