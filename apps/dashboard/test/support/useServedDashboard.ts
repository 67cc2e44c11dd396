import { createClient, type MilepostClient } from "@milepost/client";
import { createDashboard } from "@milepost/dashboard";
import { createLogger, readConfig, type Serving, serve } from "@milepost/server";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { useDatabase } from "../../../../tests/support/useDatabase.ts";

export interface ServedDashboard {
  /** Of the server, which is open to whoever shows no token. */
  readonly url: string;
  readonly client: MilepostClient;
}

/** The server with the dashboard on a database of its own, which `fill` is given first. */
export function useServedDashboard(
  fill: (pool: pg.Pool) => Promise<unknown> = async () => undefined,
): ServedDashboard {
  const database = useDatabase("PostgreSQL");
  let serving: Serving | undefined;
  let client: MilepostClient | undefined;
  beforeAll(async () => {
    const pool = new pg.Pool({ connectionString: database.databaseUrl });
    await fill(pool);
    serving = await serve({
      config: readConfig({ PORT: "0", MILEPOST_AUTH: "off" }),
      pool,
      logger: createLogger("silent"),
      sites: [createDashboard()],
    });
    client = createClient({ baseUrl: serving.url });
  });
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
  };
}
