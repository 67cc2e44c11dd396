import { against, figure, table } from "./table.mjs";

export function completionsTable(line) {
  return table([
    ["", "per second", "ratio", "p50", "p99"],
    [
      `pgbench, prepared single-row upsert into one bare table, ${line.workers} clients`,
      figure(line.rawUpsertsPerSecond),
      "1",
      "",
      "",
    ],
    [
      `\`completeLesson\` from Node, one event a call, ${line.workers} connections`,
      figure(line.completionsPerSecond),
      against(line.ratio, { least: 0.5 }),
      `${figure(line.p50Ms)} ms`,
      `${figure(line.p99Ms)} ms`,
    ],
    [
      "the same function called by pgbench",
      figure(line.sameFunctionByPgbenchPerSecond),
      figure(line.sameFunctionByPgbenchRatio),
      "",
      "",
    ],
    [
      "`FactRecorder`, 64 callers, two lanes",
      figure(line.gatheredPerSecond),
      figure(line.gatheredRatio),
      `${figure(line.gatheredP50Ms)} ms`,
      `${figure(line.gatheredP99Ms)} ms`,
    ],
  ]);
}

export function batchesTable(line) {
  const { batch, workers } = line;
  return table([
    ["", "per second", "ratio"],
    [
      `one statement, \`unnest\` of ${batch} rows into one bare table, ${workers} connections`,
      figure(line.rawRowsPerSecond),
      "1",
    ],
    [
      `\`recordEvents\` with ${batch} completions, ${workers} connections`,
      figure(line.completionsPerSecond),
      against(line.ratio, { least: 0.4 }),
    ],
  ]);
}

export function readsTable(line) {
  return table([
    ["", "per second", "ratio", "p50", "p99"],
    ["`select 1` through the driver", figure(line.constantsPerSecond), "1", "", ""],
    [
      `\`readCourseProgress\`, a course page of ${line.lessons} lessons`,
      figure(line.pagesPerSecond),
      figure(line.ratio),
      `${figure(line.p50Ms)} ms`,
      `${figure(line.p99Ms)} ms`,
    ],
  ]);
}

export function bytesTable({ grown, copied }) {
  const row = (name, one) => [
    name,
    figure(one.attempts),
    figure(one.records),
    figure(one.heapBytes),
    figure(one.indexBytes),
    against(one.bytes, { most: 160 }),
    figure(one.allTablesBytes),
  ];
  return table([
    ["", "attempts", "records", "heap", "indexes", "both", "all tables"],
    row("written through the engine", grown),
    row("copied, in the order of the key", copied),
  ]);
}

export function outlineTable(line) {
  return table([
    [`${figure(line.openAttempts)} open attempts`, ""],
    ["the edit, in ms", figure(line.editMs)],
    [
      "longest wait of a learner's write until all had followed, in ms",
      against(line.longestWriteWaitMs, { most: 250 }),
    ],
    ["99th percentile of such a write, in ms", figure(line.p99WriteMs)],
    ["the same before the edit, in ms", figure(line.calmWriteP99Ms)],
    [
      "until all had followed, while learners wrote, in s",
      against(line.caughtUpSeconds, { most: 60 }),
    ],
    ["the same, while nobody wrote, in s", figure(line.recountWithoutWritesSeconds)],
    ["course and lesson report at once, in ms", figure(line.reportsAtOnceMs)],
    ["course and lesson report in the end, in ms", figure(line.reportsInTheEndMs)],
    ["both times they say the same", line.reportsEqual ? "yes" : "no"],
    ["an edit that only renames, with the same attempts, in ms", figure(line.renameOnlyMs)],
    ["differences that `doctor` finds afterwards", figure(line.differencesAfter)],
  ]);
}

export function importTable({ completions, mixed }) {
  const row = (name, { rows, copyRowsPerSecond, importRowsPerSecond, ratio }) => [
    name,
    figure(rows),
    figure(copyRowsPerSecond),
    figure(importRowsPerSecond),
    against(ratio, { least: 0.25 }),
  ];
  return table([
    ["", "rows", "COPY, rows per second", "`milepost import`", "ratio"],
    row("new completions", completions),
    row("views and completions, with repeats", mixed),
  ]);
}
