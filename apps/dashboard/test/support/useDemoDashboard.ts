import type { MilepostClient } from "@milepost/client";
import { seedDemo } from "@milepost/demo";
import { beforeAll } from "vitest";
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
  beforeAll(() => addGroup(served.client));
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

async function addGroup(client: MilepostClient): Promise<void> {
  const path = { group: "crew" };
  await client.PUT("/v1/groups/{group}", { params: { path }, body: { name: "Night shift" } });
  const { items } = (await client.GET("/v1/learners", { params: { query: { limit: learners } } }))
    .data;
  const members = items.filter((_, at) => at % 5 === 0).map(({ id }) => id);
  await client.POST("/v1/groups/{group}/members", {
    params: { path },
    body: { learners: members, joinedAt: "2020-01-01T00:00:00.000Z" },
  });
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
