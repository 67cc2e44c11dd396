import { readFileSync, writeFileSync } from "node:fs";
import { root } from "../ensure.mjs";
import { readResults } from "../keepResult.mjs";
import { fillTables } from "./tables/fillTables.mjs";

/** Writes the tables of docs/performance.md from the lines that the benches left. */
const page = `${root}docs/performance.md`;
const before = readFileSync(page, "utf8");
const after = fillTables(before, readResults());
if (after !== before) writeFileSync(page, after);
