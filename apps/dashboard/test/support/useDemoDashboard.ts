import type { MilepostClient } from "@milepost/client";
import { seedDemo } from "@milepost/demo";
import { beforeAll } from "vitest";
import { addGroup, learnerIds } from "./addGroup.ts";
import { type ServedDashboard, useServedDashboard } from "./useServedDashboard.ts";

/** Few enough to be written in seconds, and enough for every list to have somebody. */
const learners = 60;

export interface DemoDashboard extends ServedDashboard {
  /** A report as CSV, as the dashboard's export saves it: a record a line, by heading. */
  csv(path: string): Promise<readonly Readonly<Record<string, string>>[]>;
}

/** The server with the dashboard and the demo's year, and a group of every fifth learner. */
export function useDemoDashboard(): DemoDashboard {
  const served = useServedDashboard((pool) => seedDemo(pool, { now: new Date(), learners }));
  beforeAll(() => addCrew(served.client));
  return {
    get url() {
      return served.url;
    },
    get client() {
      return served.client;
    },
    async csv(path) {
      const response = await fetch(`${served.url}/admin/export${path}`);
      if (!response.ok) throw new Error(`${path} answered ${response.status}`);
      return recordsOf(await response.text());
    },
  };
}

async function addCrew(client: MilepostClient): Promise<void> {
  const ids = await learnerIds(client);
  const every = ids.filter((_, at) => at % 5 === 0);
  await addGroup(client, { id: "crew", name: "Night shift", learners: every });
}

/** The demo writes no line break into a field. */
function recordsOf(text: string): Record<string, string>[] {
  const [head = "", ...lines] = text
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split("\r\n");
  const names = fieldsOf(head);
  return lines.map((line) => {
    const fields = fieldsOf(line);
    return Object.fromEntries(names.map((name, at) => [name, fields[at] ?? ""]));
  });
}

function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'),
  );
}
