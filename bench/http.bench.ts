/**
 * The server as it ships, in a process of its own, under the load of another: completions a second
 * next to pgbench's prepared single-row upsert, how long they take at half that rate, course pages
 * next to a constant of the same size from the same server, and the memory of the server meanwhile.
 */
import { createApiKey, recordEvents } from "@milepost/engine";
import type pg from "pg";
import { drive, type Job, type Outcome } from "./http/drive.ts";
import { memoryOf } from "./http/memoryOf.ts";
import { type BenchServer, startServer } from "./http/startServer.ts";
import { createRawTable, rawUpserts } from "./rawUpsert.ts";
import { full, mean, report, round, seedCourse, tiny, withDatabase } from "./support.ts";

const lessons = 40;
const connections = 64;
const clients = 16;
const rounds = tiny ? 1 : 3;
const seconds = tiny ? 1 : full ? 10 : 5;
const memorySeconds = tiny ? 2 : full ? 600 : 60;
/** Enough pairs for 10,000 new completions a second. */
const learners = tiny ? 1_000 : 250 * (rounds * seconds + seconds + memorySeconds);
const pageLearners = tiny ? 100 : 4_000;
const recordsOfPage = 25;

/** The URL of a role that may do what a server in operation may, and no more. */
async function roleOfServer(url: string, pool: pg.Pool): Promise<string> {
  await pool.query("create role bench_server login password 'bench' in role milepost_app");
  const own = new URL(url);
  own.username = "bench_server";
  own.password = "bench";
  return own.href;
}

async function seedPages(pool: pg.Pool): Promise<void> {
  await seedCourse(pool, { learners: pageLearners, lessons, course: "page" });
  for (let from = 0; from < pageLearners; from += 100) {
    const events = Array.from({ length: 100 * recordsOfPage }, (_, i) => ({
      type: i % 5 === 0 ? ("lesson.viewed" as const) : ("lesson.completed" as const),
      learner: `u${from + Math.floor(i / recordsOfPage)}`,
      lesson: `page-${(i % recordsOfPage) + 1}`,
    }));
    await recordEvents(pool, { events });
  }
}

type Part = Omit<Job, "origin" | "learners" | "lessons" | "connections">;

async function measureCompletions(url: string, server: BenchServer, key: string) {
  let done = 0;
  const send = async (part: Pick<Part, "seconds" | "perSecond">): Promise<Outcome> => {
    const path = "/v1/learners/{learner}/lessons/{lesson}/completion";
    const job = { method: "PUT" as const, path, key, from: done, learners, lessons, connections };
    const outcome = await drive({ origin: server.url, ...job, ...part });
    done = outcome.next;
    return outcome;
  };
  await send({ seconds: tiny ? 0.5 : 2 }); // the server's code is compiled, its plans are made
  const raw: number[] = [];
  const fastest: Outcome[] = [];
  for (let i = 0; i < rounds; i++) {
    raw.push(await rawUpserts(url, { learners, lessons, clients, seconds }));
    fastest.push(await send({ seconds }));
  }
  const perSecond = mean(fastest.map((one) => one.perSecond));
  const steady = await send({ seconds, perSecond: Math.round(perSecond / 2) });
  const from = server.samples.length;
  const long = await send({ seconds: memorySeconds });
  return {
    rawUpsertsPerSecond: Math.round(mean(raw)),
    completionsPerSecond: Math.round(perSecond),
    ratio: round(perSecond / mean(raw)),
    p50Ms: round(mean(fastest.map(({ p50 }) => p50))),
    p99Ms: round(mean(fastest.map(({ p99 }) => p99))),
    generatorMicroseconds: long.generatorMicroseconds,
    half: { perSecond: steady.perSecond, p50Ms: steady.p50, p99Ms: steady.p99 },
    memory: { seconds: memorySeconds, ...memoryOf(server.samples.slice(from), long.perSecond) },
    done,
  };
}

async function measurePages(server: BenchServer, key: string) {
  const path = "/v1/learners/{learner}/courses/page";
  const headers = { authorization: `Bearer ${key}` };
  const page = await fetch(server.url + path.replace("{learner}", "u1"), { headers });
  const text = await page.text();
  const bytes = Buffer.byteLength(text);
  const shared = { method: "GET" as const, from: 0, learners: pageLearners, lessons, connections };
  const pages = { ...shared, origin: server.url, path, key };
  const constants = { ...shared, origin: server.constantUrl, path: `/constant/${bytes}` };
  await drive({ ...pages, seconds: tiny ? 0.5 : 2 });
  await drive({ ...constants, seconds: tiny ? 0.5 : 2 });
  const read: Outcome[] = [];
  const constant: Outcome[] = [];
  for (let i = 0; i < rounds; i++) {
    constant.push(await drive({ ...constants, seconds }));
    read.push(await drive({ ...pages, seconds }));
  }
  const perSecond = mean(read.map((one) => one.perSecond));
  const constantsPerSecond = mean(constant.map((one) => one.perSecond));
  return {
    bytes,
    perSecond: Math.round(perSecond),
    constantsPerSecond: Math.round(constantsPerSecond),
    ratio: round(perSecond / constantsPerSecond),
    p50Ms: round(mean(read.map(({ p50 }) => p50))),
    p99Ms: round(mean(read.map(({ p99 }) => p99))),
  };
}

/** What was answered is in the database, no more and no less. */
async function requireRecorded(pool: pg.Pool, done: number): Promise<void> {
  const { rows } = await pool.query<{ completed: string }>(
    `select sum(completed_lessons) as completed from milepost.enrollment
     where course_id = (select course_id from milepost.course where external_id = 'bench')`,
  );
  const completed = Number(rows[0]?.completed);
  if (completed !== done) throw new Error(`${done} completions answered, ${completed} recorded`);
}

await withDatabase(async (url, pool) => {
  await seedCourse(pool, { learners, lessons });
  await seedPages(pool);
  await createRawTable(pool);
  await pool.query("vacuum (analyze)");
  const { key } = await createApiKey(pool, { name: "bench", role: "service" });
  const server = await startServer(await roleOfServer(url, pool));
  const { done, memory, ...completions } = await measureCompletions(url, server, key);
  const pages = await measurePages(server, key);
  const exitCode = await server.stop();
  if (exitCode !== 0) throw new Error(`The server ended with ${exitCode}.`);
  await requireRecorded(pool, done);
  const sizes = { learners, lessons, connections, clients, pageLearners, recordsOfPage };
  await report(pool, "http", { ...sizes, ...completions, pages, memory });
});
