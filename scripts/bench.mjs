import { keepResult } from "./keepResult.mjs";
import { measureAll } from "./measureAll.mjs";

/**
 * `npm run bench [name…]`: every bench, or those named. Each line is kept in bench/results.ndjson
 * in place of the one before, and the tables of docs/performance.md are made of them. Tiny runs
 * show that a bench works, and are not kept.
 */
const benches = {
  folder: "bench",
  kind: "bench",
  generator: "performance.mjs",
  keep: (line) => keepResult(line),
};
try {
  await measureAll(benches, process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
