import { against, figure, table } from "./table.mjs";

export function httpTable(line) {
  const { half } = line;
  return table([
    ["", "per second", "ratio", "p50", "p99"],
    [
      `pgbench, prepared single-row upsert into one bare table, ${line.clients} clients`,
      figure(line.rawUpsertsPerSecond),
      "1",
      "",
      "",
    ],
    [
      `completions over HTTP, ${line.connections} connections`,
      figure(line.completionsPerSecond),
      against(line.ratio, { least: 1 }),
      `${figure(line.p50Ms)} ms`,
      `${figure(line.p99Ms)} ms`,
    ],
    [
      "the same at half that rate, due whether answered or not",
      figure(half.perSecond),
      "",
      `${figure(half.p50Ms)} ms`,
      against(half.p99Ms, { most: 25 }).replace(" (", " ms ("),
    ],
  ]);
}

export function pagesTable({ pages, lessons, connections }) {
  return table([
    ["", "per second", "ratio", "p50", "p99"],
    [
      `a constant of ${figure(pages.bytes)} bytes, ${connections} connections`,
      figure(pages.constantsPerSecond),
      "1",
      "",
      "",
    ],
    [
      `a course page of ${lessons} lessons, as many bytes`,
      figure(pages.perSecond),
      against(pages.ratio, { least: 0.4 }),
      `${figure(pages.p50Ms)} ms`,
      `${figure(pages.p99Ms)} ms`,
    ],
  ]);
}

export function memoryTable({ memory }) {
  return table([
    [`${figure(memory.seconds)} s of completions`, "MiB"],
    ["at the start", figure(memory.firstMiB)],
    ["at the end", figure(memory.lastMiB)],
    ["at most", against(memory.maxMiB, { most: 300 })],
    ["growth a minute, by least squares", figure(memory.slopeMiBPerMinute)],
  ]);
}
