import { readFileSync, writeFileSync } from "node:fs";
import { root } from "../ensure.mjs";
import { faultsFile } from "../keepFault.mjs";
import { readResults } from "../keepResult.mjs";
import { fillFaultTables } from "./tables/faults.mjs";

/** Writes the tables of docs/reliability.md from the lines that the faults left. */
const page = `${root}docs/reliability.md`;
const before = readFileSync(page, "utf8");
const after = fillFaultTables(before, readResults(faultsFile));
if (after !== before) writeFileSync(page, after);
