import { keepFault } from "./keepFault.mjs";
import { measureAll } from "./measureAll.mjs";

/**
 * `npm run faults [name…]`: every fault, or those named. Each line is kept in faults/results.ndjson
 * in place of the one before, and the tables of docs/reliability.md are made of them.
 */
const faults = {
  folder: "faults",
  kind: "fault",
  generator: "reliability.mjs",
  keep: (line) => keepFault(line),
};
try {
  await measureAll(faults, process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
