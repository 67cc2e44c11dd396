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
    [`${figure(line.openAttempts)} open attempts, ${figure(line.lessonRecords)} records`, ""],
    ["the edit, every attempt counted again", `${figure(line.editMs)} ms`],
    ["longest wait of a learner's write meanwhile", `${figure(line.longestWriteWaitMs)} ms`],
    ["99th percentile of such a write before", `${figure(line.calmWriteP99Ms)} ms`],
    ["an edit that only renames, with the same attempts", `${figure(line.renameOnlyMs)} ms`],
    ["differences that `doctor` finds afterwards", figure(line.differencesAfter)],
  ]);
}
