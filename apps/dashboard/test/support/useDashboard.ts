import { createClient, type MilepostClient } from "@milepost/client";
import { createDashboard } from "@milepost/dashboard";
import { createLogger, readConfig, type Serving, serve } from "@milepost/server";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { useDatabase } from "../../../../tests/support/useDatabase.ts";

const titles = ["Why fires start", "Extinguishers", "Alarms", "Escape routes", "After the fire"];

export interface TestDashboard {
  /** Of the server, which is open to whoever shows no token. */
  readonly url: string;
  readonly client: MilepostClient;
  /**
   * Makes a course of five required lessons, `fs-1` to `fs-5` of a course `fs`, the first two of
   * them in a section. `ada` completed it, `ben` two lessons of it, `cleo` none.
   */
  addCourse(course: string): Promise<void>;
}

/** The server with the dashboard on a database of its own, which has no course yet. */
export function useDashboard(): TestDashboard {
  const database = useDatabase("PostgreSQL");
  let serving: Serving | undefined;
  let client: MilepostClient | undefined;
  beforeAll(async () => {
    serving = await serve({
      config: readConfig({ PORT: "0", MILEPOST_AUTH: "off" }),
      pool: new pg.Pool({ connectionString: database.databaseUrl }),
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
    addCourse: (course) => addCourse(there(client), course),
  };
}

async function addCourse(client: MilepostClient, course: string): Promise<void> {
  const lessons = titles.map((title, at) => ({
    id: `${course}-${at + 1}`,
    title,
    section: at < 2 ? "Basics" : null,
  }));
  const body = { title: "Fire safety", lessons };
  await client.PUT("/v1/courses/{course}", { params: { path: { course } }, body });
  for (const [learner, completed] of Object.entries({ ada: 5, ben: 2, cleo: 0 })) {
    const path = { course, learner };
    await client.PUT("/v1/courses/{course}/enrollments/{learner}", { params: { path }, body: {} });
    for (const { id: lesson } of lessons.slice(0, completed)) {
      await client.PUT("/v1/learners/{learner}/lessons/{lesson}/completion", {
        params: { path: { learner, lesson } },
        body: {},
      });
    }
  }
}
