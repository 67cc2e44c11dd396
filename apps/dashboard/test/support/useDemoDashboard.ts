import { createClient, type MilepostClient } from "@milepost/client";
import { createDashboard } from "@milepost/dashboard";
import { seedDemo } from "@milepost/demo";
import { createLogger, readConfig, type Serving, serve } from "@milepost/server";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { useDatabase } from "../../../../tests/support/useDatabase.ts";

/** Few enough to be written in seconds, and enough for every list to have somebody. */
const learners = 60;

export interface DemoDashboard {
  readonly url: string;
  readonly client: MilepostClient;
  /** A report as CSV, as the dashboard's export saves it: a record a line, by heading. */
  csv(path: string): Promise<readonly Readonly<Record<string, string>>[]>;
}

/** The server with the dashboard and the demo's year, and a group of every fifth learner. */
export function useDemoDashboard(): DemoDashboard {
  const database = useDatabase("PostgreSQL");
  let serving: Serving | undefined;
  let client: MilepostClient | undefined;
  beforeAll(async () => {
    const pool = new pg.Pool({ connectionString: database.databaseUrl });
    await seedDemo(pool, { now: new Date(), learners });
    serving = await serve({
      config: readConfig({ PORT: "0", MILEPOST_AUTH: "off" }),
      pool,
      logger: createLogger("silent"),
      sites: [createDashboard()],
    });
    client = createClient({ baseUrl: serving.url });
    await addGroup(client);
  }, 120_000);
  afterAll(() => serving?.close());
  const there = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error("The dashboard is there inside tests and hooks only.");
    return value;
  };
  return {
    get url() {
      return there(serving).url;
    },
    get client() {
      return there(client);
    },
    async csv(path) {
      const response = await fetch(`${there(serving).url}/admin/export${path}`);
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
