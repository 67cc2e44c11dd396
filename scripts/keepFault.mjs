import { writeFileSync } from "node:fs";
import { root } from "./ensure.mjs";
import { readResults } from "./keepResult.mjs";

/** One JSON line a fault: that of its last whole run. */
export const faultsFile = `${root}faults/results.ndjson`;

/** What makes a run shorter than the usual, so that its figures are not kept. */
const shorter = /^(FAULT|FUZZ)_/;

/** Puts a fault's line in place of the one before, unless the run was made shorter. */
export function keepFault(line, { file = faultsFile, env = process.env } = {}) {
  if (Object.keys(env).some((name) => shorter.test(name))) return;
  const result = JSON.parse(line);
  const others = readResults(file).filter(({ fault }) => fault !== result.fault);
  const all = [...others, result].sort((a, b) => (a.fault < b.fault ? -1 : 1));
  writeFileSync(file, all.map((one) => `${JSON.stringify(one)}\n`).join(""));
}
