import { createClient, type MilepostClient } from "@milepost/client";
import { demoCourses } from "@milepost/demo";
import { createDemoSite } from "@milepost/demo-site";
import { createLogger, readConfig, type Serving, serve } from "@milepost/server";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { useDatabase } from "../../../../tests/support/useDatabase.ts";

const day = 86_400_000;

/** An instant so many days ago. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * day).toISOString();
}

export interface TestAcademy {
  /** Of the server, which is open to whoever shows no token. */
  readonly url: string;
  readonly client: MilepostClient;
  complete(learner: string, lesson: string, at?: string): Promise<void>;
}

/**
 * The server with the demo site and its five courses on a database of its own, and these learners:
 * `ada` in the middle of the fire safety course, `ben` overdue, `cleo` silent, `dora` complete,
 * `emil` not started, `fay` in a course that was changed.
 */
export function useAcademy(): TestAcademy {
  const database = useDatabase("PostgreSQL");
  let serving: Serving | undefined;
  let client: MilepostClient | undefined;
  beforeAll(async () => {
    const site = await createDemoSite();
    const config = readConfig({ PORT: "0", MILEPOST_AUTH: "off" });
    serving = await serve({
      config: { ...config, auth: { mode: "off", tokens: site.tokens } },
      pool: new pg.Pool({ connectionString: database.databaseUrl }),
      logger: createLogger("silent"),
      sites: [site],
    });
    client = createClient({ baseUrl: serving.url });
    await fill(client);
  });
  afterAll(() => serving?.close());
  const there = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error("The academy is there inside tests and hooks only.");
    return value;
  };
  return {
    get url() {
      return there(serving).url;
    },
    get client() {
      return there(client);
    },
    complete: (learner, lesson, at) => complete(there(client), { learner, lesson, at }),
  };
}

async function fill(client: MilepostClient): Promise<void> {
  for (const { id, outlines } of demoCourses) {
    const { title, lessons } = outlines[0];
    const body = {
      title,
      lessons: lessons.map((lesson) => ({
        id: lesson.id,
        title: lesson.title,
        section: lesson.section,
        required: lesson.required,
      })),
    };
    await client.PUT("/v1/courses/{course}", { params: { path: { course: id } }, body });
  }
  const fire = demoCourses[0]?.outlines[0].lessons ?? [];
  const required = fire.filter((lesson) => lesson.required).map(({ id }) => id);
  await enroll(client, "ada", "fire-safety", { due: { at: daysAgo(-20) } });
  await enroll(client, "ben", "data-protection", { due: { at: daysAgo(3) }, at: daysAgo(40) });
  await enroll(client, "cleo", "new-manager", { at: daysAgo(60) });
  await enroll(client, "dora", "fire-safety", { at: daysAgo(30) });
  await enroll(client, "emil", "data-protection", { due: { at: daysAgo(-10) } });
  await enroll(client, "fay", "lantern-start", { at: daysAgo(2) });
  for (const lesson of required.slice(0, 3)) await complete(client, { learner: "ada", lesson });
  for (const lesson of required) {
    await complete(client, { learner: "dora", lesson, at: daysAgo(12) });
  }
  await complete(client, { learner: "ben", lesson: "dp-whose-data", at: daysAgo(39) });
  await complete(client, { learner: "cleo", lesson: "nm-from-colleague", at: daysAgo(50) });
  await complete(client, { learner: "fay", lesson: "ln-sign-in", at: daysAgo(1) });
}

async function enroll(
  client: MilepostClient,
  learner: string,
  course: string,
  { due, at }: { due?: { at: string }; at?: string },
): Promise<void> {
  const name = learner.charAt(0).toUpperCase() + learner.slice(1);
  await client.PUT("/v1/learners/{learner}", {
    params: { path: { learner } },
    body: { name: `${name} Example` },
  });
  await client.PUT("/v1/courses/{course}/enrollments/{learner}", {
    params: { path: { course, learner } },
    body: { ...(due ? { due } : {}), ...(at ? { enrolledAt: at } : {}) },
  });
}

async function complete(
  client: MilepostClient,
  { learner, lesson, at }: { learner: string; lesson: string; at?: string | undefined },
): Promise<void> {
  await client.PUT("/v1/learners/{learner}/lessons/{lesson}/completion", {
    params: { path: { learner, lesson } },
    body: at === undefined ? {} : { at },
  });
}
