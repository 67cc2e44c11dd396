import { dashboardTable } from "./dashboard.mjs";
import {
  batchesTable,
  bytesTable,
  completionsTable,
  importTable,
  outlineTable,
  readsTable,
} from "./engine.mjs";
import { feedTable, liveTable, toldTable } from "./feed.mjs";
import { httpTable, memoryTable, pagesTable } from "./http.mjs";
import { hotTable, plainTable, reportsTable, writeCostTable } from "./reports.mjs";
import { sealsTable } from "./seals.mjs";

/** By what stands in the page's markers: of which bench, and what is made of its result. */
const tables = {
  completions: ["completions", completionsTable],
  batches: ["batches", batchesTable],
  reads: ["reads", readsTable],
  http: ["http", httpTable],
  "http pages": ["http", pagesTable],
  "http memory": ["http", memoryTable],
  feed: ["feed", feedTable],
  "feed told": ["feed", toldTable],
  live: ["live", liveTable],
  seals: ["seals", sealsTable],
  dashboard: ["dashboard", dashboardTable],
  import: ["import", importTable],
  bytes: ["bytes", bytesTable],
  outline: ["outline", outlineTable],
  reports: ["reports", reportsTable],
  "reports in plain SQL": ["reports", plainTable],
  "reports and writes": ["reports", writeCostTable],
  "reports of one hot course": ["reports", hotTable],
};

const place = /<!-- bench: ([\w ]+) -->\n[\s\S]*?<!-- end of bench -->/g;

/**
 * A page with each table between its markers made of the result it belongs to: the largest size of
 * its bench that there is. What stands around them is left alone.
 *
 * @throws {Error} where a marker names no table, or there is no result for one
 */
export function fillTables(page, results) {
  return page.replaceAll(place, (_, name) => {
    const [bench, render] = tables[name] ?? [];
    if (render === undefined) throw new Error(`No table is called "${name}".`);
    const ofBench = (size) => results.find((one) => one.bench === bench && one.size === size);
    const result = ofBench("full") ?? ofBench("usual");
    if (result === undefined) throw new Error(`There is no result: npm run bench ${bench}`);
    const body = `${render(result)}\n\n${origin(result)}`;
    return `<!-- bench: ${name} -->\n${body}\n<!-- end of bench -->`;
  });
}

function origin({ bench, size, day, machine, versions }) {
  const full = size === "full" ? "BENCH_FULL=1 " : "";
  const { cores, cpu, memoryGiB } = machine;
  const { milepost, node, postgres } = versions;
  return [
    `\`${full}npm run bench ${bench}\`, ${day}, commit ${milepost}: ${cores} cores (${cpu}),`,
    `${memoryGiB} GiB, Node ${node}, PostgreSQL ${postgres}.`,
  ].join("\n");
}
