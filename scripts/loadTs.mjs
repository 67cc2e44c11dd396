// Lets Node 20 run the TypeScript of bench/ and scripts/: node
// --import ./scripts/loadTs.mjs bench/facts.bench.ts
import { register } from "node:module";

register("./loadTsHooks.mjs", import.meta.url);
