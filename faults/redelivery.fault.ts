import { createApiKey, createTenant, putOutline } from "@milepost/engine";
import pg from "pg";
import { describeRun } from "../bench/support.ts";
import { countFindings } from "./support/countFindings.ts";
import { MilepostServer } from "./support/MilepostServer.ts";
import { serverPlace } from "./support/Place.ts";
import { printFault } from "./support/runFault.ts";
import { shuffled } from "./support/shuffled.ts";

const copies = 5;
const atOnce = 8;
const learners = 20 * Number(process.env.FAULT_TRIES ?? 10);
const lessons = 5;

interface Event {
  readonly id: string;
  readonly type: "lesson.viewed" | "lesson.completed";
  readonly learner: string;
  readonly lesson: string;
  readonly at: string;
}

/** What learners did, in its order: each views every lesson twice, and completes most of them. */
function history(): Event[] {
  const began = Date.now() - 30 * 86_400_000;
  return Array.from({ length: learners }, (_, n) => n).flatMap((n) => {
    const learner = `r${n}`;
    let at = began + n * 60_000;
    return Array.from({ length: lessons - (n % 3) }, (_, i) => `redelivered-${i + 1}`).flatMap(
      (lesson) =>
        (["lesson.viewed", "lesson.viewed", "lesson.completed"] as const).map((type) => {
          at += 3_600_000;
          const id = `${learner} ${lesson} ${at}`;
          return { id, type, learner, lesson, at: new Date(at).toISOString() };
        }),
    );
  });
}

/** False where it was not answered with 200 in `ms`, as a client that gives up sees it. */
async function send(url: string, key: string, events: readonly Event[], ms: number) {
  try {
    const response = await fetch(`${url}/v1/events`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({ events }),
      signal: AbortSignal.timeout(Math.ceil(ms)),
    });
    const body = await response.text();
    return response.status === 200 && !body.includes('"refused"');
  } catch (error) {
    if (error instanceof Error && error.name === "TimeoutError") return false;
    throw error;
  }
}

/**
 * What the API tells of every learner, but for what is to differ: when each tenant's outline was
 * published, and when the learner was enrolled, which is the time of the fact that came first.
 */
async function progress(url: string, key: string): Promise<string[]> {
  const headers = { authorization: `Bearer ${key}` };
  const told: string[] = [];
  for (let n = 0; n < learners; n++) {
    const path = `/v1/learners/r${n}/courses/redelivered`;
    const answer = await (await fetch(url + path, { headers })).text();
    told.push(answer.replaceAll(/"(enrolledAt|publishedAt)":"[^"]*",/g, ""));
  }
  return told;
}

async function newTenant(pool: pg.Pool, tenant: string): Promise<string> {
  const all = Array.from({ length: lessons }, (_, i) => `redelivered-${i + 1}`);
  if (tenant !== "default") await createTenant(pool, { tenant });
  const outline = all.map((id) => ({ id, title: id }));
  await putOutline(pool, { course: "redelivered", title: "Course", lessons: outline }, { tenant });
  const { key } = await createApiKey(pool, { name: "load", role: "service" }, { tenant });
  return key;
}

/**
 * The same history is delivered to one tenant in its order and once, and to another five times over
 * in any order, by many at once, through two servers, by clients that often hang up and send again.
 */
const place = await serverPlace();
const second = await MilepostServer.create({ DATABASE_URL: place.database.url });
const pool = new pg.Pool({ connectionString: place.database.url, max: 2 });
try {
  const events = history();
  const inOrder = await newTenant(pool, "in-order");
  const inAnyOrder = await newTenant(pool, "default");
  for (let from = 0; from < events.length; from += 100) {
    const sent = await send(second.url, inOrder, events.slice(from, from + 100), 30_000);
    if (!sent) throw new Error("The history was not taken in its order.");
  }
  const deliveries = shuffled(Array.from({ length: copies }, () => events).flat());
  let [requests, hungUp, turn] = [0, 0, 0];
  const deliver = async () => {
    while (deliveries.length > 0) {
      const batch = deliveries.splice(0, 1 + Math.floor(Math.random() * 60));
      for (let patience = 1 + Math.random() * 20; ; patience *= 4) {
        const { url } = [place.server, second][turn++ % 2] ?? second;
        requests++;
        if (await send(url, inAnyOrder, batch, patience)) break;
        hungUp++;
        if (patience > 60_000) throw new Error("A batch was not taken.");
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, deliver));
  const wanted = await progress(second.url, inOrder);
  const told = await progress(place.server.url, inAnyOrder);
  await Promise.all([place.server.stop(), second.stop()]);
  const completed = events.filter(({ type }) => type === "lesson.completed");
  const pairs = completed.map(({ learner, lesson }) => [learner, lesson] as const);
  printFault("redelivery", await describeRun(pool), {
    tries: requests,
    hungUp,
    acknowledged: events.length,
    delivered: events.length * copies,
    ...(await countFindings(pool, pairs)),
    differing: told.filter((answer, n) => answer !== wanted[n]).length,
    unexpected: place.server.errors.length + second.errors.length,
  });
  const [differs] = told.flatMap((answer, n) =>
    answer === wanted[n] ? [] : [[answer, wanted[n]]],
  );
  if (differs !== undefined) console.error(differs);
} finally {
  await pool.end();
  await second.kill();
  await place.remove();
}
