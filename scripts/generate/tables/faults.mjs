import { figure, table } from "./table.mjs";

/** What is told of each fault that strikes a service under load, in this order. */
const struck = {
  killServer: "server killed (`kill -9`)",
  killEmbedded: "server with its embedded database killed (`kill -9`)",
  killDatabase: "PostgreSQL killed, all its processes (`kill -9`)",
  killBackend: "one PostgreSQL connection killed (`kill -9`)",
  restartDatabase: "PostgreSQL restarted in order",
  refusedConnections: "connections to the database refused for 30 s",
  failover: "database lost, its synchronous standby takes over after 30 s",
  frozenDatabase: "database frozen for 15 s",
  exhaustedPool: "every connection of the pool waits for a lock for 10 s",
  fullDisk: "disk of the database full for 10 s",
  slowDisk: "each flush of the database's log 100 ms slower for 10 s",
};

function struckTable(results) {
  const head = [
    "fault",
    "times",
    "acknowledged",
    "lost",
    "there twice",
    "doctor",
    "seals",
    "longest without an acknowledgement, s",
    "next one after its end, s",
    "answered 503",
    "answered otherwise",
  ];
  const rows = Object.entries(struck).map(([name, text]) => {
    const it = results.get(name);
    return [
      text,
      ...[it.tries, it.acknowledged, it.lost, it.duplicated, it.differences].map(figure),
      figure(it.sealFindings),
      `${it.outSeconds.median}, at most ${it.outSeconds.most}`,
      `${it.recoverySeconds.median}, at most ${it.recoverySeconds.most}`,
      figure(it.answers[503] ?? 0),
      figure(it.unexpected),
    ];
  });
  return table([head, ...rows]);
}

function deliveredTable(results) {
  const [again, clock, upgrade] = ["redelivery", "clientClock", "upgrade"].map((name) =>
    results.get(name),
  );
  const counts = (it) =>
    [it.lost, it.duplicated, it.differences, it.sealFindings, it.differing ?? 0].map(figure);
  return table([
    ["fault", "how much", "lost", "there twice", "doctor", "seals", "differs", "wrong answers"],
    [
      "delivered five times, in any order, by clients that hang up",
      `${figure(again.delivered)} deliveries of ${figure(again.acknowledged)} events in ` +
        `${figure(again.tries)} requests, ${figure(again.hungUp)} of them hung up on`,
      ...counts(again),
      figure(again.unexpected),
    ],
    [
      "clocks of clients jump by hours, days and years",
      `${figure(clock.tries)} events, ${figure(clock.clamped)} from the future`,
      ...counts(clock),
      figure(clock.unexpected),
    ],
    [
      "two servers migrated under and replaced, under load",
      `${figure(upgrade.tries)} upgrades, ${figure(upgrade.acknowledged)} acknowledged`,
      ...counts(upgrade),
      figure(upgrade.unexpected),
    ],
  ]);
}

function migrationTable(results) {
  const { tries, differing, unexpected } = results.get("killMigration");
  return table([
    ["migration killed and run again", "schemas that differ in the end", "other errors"],
    [`at ${figure(tries)} statements`, figure(differing), figure(unexpected)],
  ]);
}

function accessTable(results) {
  const { operations, callers, tries, differing, unexpected } = results.get("access");
  return table([
    ["routes × callers", "tried", "answered whom they should not", "changed by who may not"],
    [
      `${figure(operations)} × ${figure(callers)}`,
      figure(tries),
      figure(unexpected),
      figure(differing),
    ],
  ]);
}

function fuzzTable(results) {
  const { byStatus, ...it } = results.get("fuzz");
  return table([
    [
      "requests fuzzed",
      "operations",
      "2xx",
      "3xx",
      "4xx",
      "5xx",
      "outside the document",
      "no answer in time",
      "other tenant changed",
      "doctor",
      "seals",
    ],
    [
      figure(it.requests),
      ...[it.operations, byStatus["2xx"], byStatus["3xx"], byStatus["4xx"]].map(figure),
      ...[byStatus["5xx"], it.outsideTheDocument, it.hangs].map(figure),
      it.otherTenantChanged ? "yes" : "no",
      ...[it.differences, it.sealFindings].map(figure),
    ],
  ]);
}

/** By what stands in the page's markers: the faults it is of, and what is made of them. */
const tables = {
  struck: [Object.keys(struck), struckTable],
  delivered: [["redelivery", "clientClock", "upgrade"], deliveredTable],
  migration: [["killMigration"], migrationTable],
  access: [["access"], accessTable],
  fuzz: [["fuzz"], fuzzTable],
};

const place = /<!-- faults: (\w+) -->\n[\s\S]*?<!-- end of faults -->/g;

/**
 * A page with each table between its markers made of the results of its faults. What stands around
 * them is left alone.
 *
 * @throws {Error} where a marker names no table, or there is no result of one of its faults
 */
export function fillFaultTables(page, results) {
  const byName = new Map(results.map((result) => [result.fault, result]));
  return page.replaceAll(place, (_, name) => {
    const [faults, render] = tables[name] ?? [];
    if (render === undefined) throw new Error(`No table is called "${name}".`);
    const missing = faults.filter((fault) => !byName.has(fault));
    if (missing.length > 0) {
      throw new Error(`There is no result: npm run faults ${missing.join(" ")}`);
    }
    const body = `${render(byName)}\n\n${origin(faults.map((fault) => byName.get(fault)))}`;
    return `<!-- faults: ${name} -->\n${body}\n<!-- end of faults -->`;
  });
}

/** When and on what, each distinct value once. */
function origin(results) {
  const each = (of) => [...new Set(results.map(of))].join(", ");
  const machine = ({ cores, cpu, memoryGiB }) => `${cores} cores (${cpu}), ${memoryGiB} GiB`;
  return [
    `${each(({ day }) => day)}, commit ${each(({ versions }) => versions.milepost)}:`,
    `${each((result) => machine(result.machine))},`,
    `Node ${each(({ versions }) => versions.node)},`,
    `PostgreSQL ${each(({ versions }) => versions.postgres)}.`,
  ].join("\n");
}
