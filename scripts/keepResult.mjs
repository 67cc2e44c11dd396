import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { root } from "./ensure.mjs";

/** One JSON line a bench and size: that of its last run. */
export const resultsFile = `${root}bench/results.ndjson`;

/** The results in a file of lines. */
export function readResults(file = resultsFile) {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/**
 * Puts a bench's line in place of the one before of that bench and size. One that is tiny or of
 * parts is not kept.
 */
export function keepResult(line, file = resultsFile) {
  const result = JSON.parse(line);
  if (result.size !== "usual" && result.size !== "full") return;
  const place = ({ bench, size }) => `${bench} ${size}`;
  const others = readResults(file).filter((other) => place(other) !== place(result));
  const all = [...others, result].sort((a, b) => (place(a) < place(b) ? -1 : 1));
  writeFileSync(file, all.map((one) => `${JSON.stringify(one)}\n`).join(""));
}
