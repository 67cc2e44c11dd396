/**
 * The feed: entries a second through it while 32 writers commit, and whether any was skipped or
 * came twice; what it costs a completion; and how long after its commit an entry comes out of a
 * stream of the server as it ships, recorded by that server and by somebody else, and reaches a
 * webhook.
 */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { completeLesson, createApiKey, readFeed, recordEvents } from "@milepost/engine";
import type pg from "pg";
import { startServer } from "./http/startServer.ts";
import {
  full,
  latencies,
  mean,
  report,
  round,
  seedCourse,
  throughput,
  tiny,
  withDatabase,
} from "./support.ts";

const lessons = 40;
/** So many that no pair comes twice: a repeated completion is no entry. */
const learners = tiny ? 2_000 : 20_000;
const seconds = tiny ? 0.3 : full ? 10 : 5;
const rounds = tiny ? 1 : 3;
const workers = 16;
const writers = 32;
const batch = 50;
const told = tiny ? 5 : 500;

let turn = 0;
/** Every pair once, over all learners before it comes back to one. */
function nextPair() {
  const at = turn++;
  const lesson = (Math.floor(at / learners) % lessons) + 1;
  return { learner: `u${(at * 7919) % learners}`, lesson: `bench-${lesson}` };
}

/** All that 32 writers commit in a while, read meanwhile by one reader who then counts. */
async function measureThrough(pool: pg.Pool) {
  const { position: from, next } = await readFeed(pool, { after: "latest" });
  const end = performance.now() + seconds * 1_000;
  let writing = writers;
  const write = async () => {
    while (performance.now() < end) {
      const events = Array.from({ length: batch }, () => ({
        type: "lesson.completed" as const,
        ...nextPair(),
      }));
      await recordEvents(pool, { events });
    }
    writing--;
  };
  const begun = performance.now();
  const seen = new Set<string>();
  let [read, position] = [0, from];
  const follow = async () => {
    for (let after = next; ; ) {
      const isOver = writing === 0;
      const page = await readFeed(pool, { after, limit: 1_000 });
      for (const entry of page.items) {
        if (entry.position !== ++position) throw new Error("The numbers have a gap.");
        seen.add(entry.id);
      }
      read += page.items.length;
      after = page.next;
      if (isOver && !page.hasMore) return;
    }
  };
  await Promise.all([follow(), ...Array.from({ length: writers }, write)]);
  const perSecond = Math.round(read / ((performance.now() - begun) / 1_000));
  const { rows } = await pool.query<{ n: string }>(
    "select count(*) as n from milepost.progress_event",
  );
  const { position: last } = await readFeed(pool, { after: "latest" });
  return { perSecond, read, repeated: read - seen.size, skipped: Number(rows[0]?.n) - last };
}

/** What the feed adds to a write of the ledger: the number of the transaction, and its index. */
async function setFeed(pool: pg.Pool, on: boolean) {
  const column = "alter table milepost.progress_event alter column tx set default";
  await pool.query(`${column} ${on ? "txid_current()" : "0"}`);
  await pool.query("drop index if exists milepost.progress_event_by_tx");
  if (!on) return;
  await pool.query("create index progress_event_by_tx on milepost.progress_event (tenant_id, tx)");
}

/** Runs `act` while somebody reads on, as a server does for its streams. */
async function whileRead<T>(pool: pg.Pool, act: () => Promise<T>): Promise<T> {
  let isOver = false;
  const reading = (async () => {
    while (!isOver) {
      await readFeed(pool, { after: "latest", limit: 1 });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  const outcome = await act();
  isOver = true;
  await reading;
  return outcome;
}

/** Completions a second with what the feed costs, without, and read live: there and back again. */
async function measureCost(pool: pg.Pool) {
  const rates = { with: [] as number[], without: [] as number[], read: [] as number[] };
  const complete = async () => {
    const { perSecond } = await throughput(() => completeLesson(pool, nextPair()), {
      workers,
      seconds,
    });
    return perSecond;
  };
  const turns = ["without", "with", "read", "read", "with", "without"] as const;
  for (let i = 0; i < rounds; i++) {
    for (const kind of turns) {
      await setFeed(pool, kind !== "without");
      rates[kind].push(await (kind === "read" ? whileRead(pool, complete) : complete()));
    }
  }
  await setFeed(pool, true);
  const without = mean(rates.without);
  return {
    withoutPerSecond: Math.round(without),
    perSecond: Math.round(mean(rates.with)),
    ratio: round(mean(rates.with) / without),
    readPerSecond: Math.round(mean(rates.read)),
    readRatio: round(mean(rates.read) / without),
  };
}

type Pair = ReturnType<typeof nextPair>;

/** Who waits for the entry of which pair. */
const waiting = new Map<string, (at: number) => void>();

/** Notes that the entry in a JSON text has come. */
function arrived(text: string, now: number): void {
  const { learner, lesson } = JSON.parse(text);
  waiting.get(`${learner} ${lesson}`)?.(now);
}

/** Milliseconds from the answer to a write until its entry has arrived. */
async function measureArrival(write: (pair: Pair) => Promise<unknown>) {
  const taken: number[] = [];
  for (let i = 0; i < told; i++) {
    const pair = nextPair();
    const arrives = new Promise<number>((resolve) => {
      waiting.set(`${pair.learner} ${pair.lesson}`, resolve);
    });
    await write(pair);
    const answered = performance.now();
    // It may have come before the answer to who wrote it.
    taken.push(Math.max(0, (await arrives) - answered));
  }
  waiting.clear();
  return latencies(taken);
}

async function readStream(stream: Response): Promise<void> {
  const chunks = stream.body?.pipeThrough(new TextDecoderStream());
  let rest = "";
  for await (const chunk of chunks as unknown as AsyncIterable<string>) {
    const now = performance.now();
    const blocks = (rest + chunk).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (data !== undefined) arrived(data, now);
    }
  }
}

/** A receiver of webhooks, which answers 204 to all of them. */
async function startReceiver() {
  const receiver = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => {
      body += chunk;
    });
    request.on("end", () => {
      arrived(JSON.stringify(JSON.parse(body).data), performance.now());
      response.writeHead(204).end();
    });
  });
  receiver.listen(0, "127.0.0.1");
  await once(receiver, "listening");
  const { port } = receiver.address() as AddressInfo;
  const close = () => {
    receiver.close();
    receiver.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}/`, close };
}

async function measureArrivals(url: string, pool: pg.Pool) {
  const server = await startServer(url, {
    MILEPOST_WEBHOOK_KEY: randomBytes(32).toString("base64"),
    MILEPOST_WEBHOOK_ALLOW: "127.0.0.1",
  });
  const headersOf = async (role: "service" | "administrator") => {
    const { key } = await createApiKey(pool, { name: role, role });
    return { authorization: `Bearer ${key}`, "content-type": "application/json" };
  };
  const [headers, manager] = [await headersOf("service"), await headersOf("administrator")];
  const here = async ({ learner, lesson }: Pair) => {
    const path = `/v1/learners/${learner}/lessons/${lesson}/completion`;
    const response = await fetch(server.url + path, { method: "PUT", headers, body: "{}" });
    if (!response.ok) throw new Error(`A completion was answered ${response.status}.`);
    await response.arrayBuffer();
  };
  const ended = new AbortController();
  const { signal } = ended;
  const address = `${server.url}/v1/events/stream?types=lesson.completed`;
  const reading = readStream(await fetch(address, { headers, signal })).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  const stream = {
    here: await measureArrival(here),
    elsewhere: await measureArrival((pair) => completeLesson(pool, pair)),
  };
  ended.abort();
  await reading;

  const receiver = await startReceiver();
  const body = JSON.stringify({ url: receiver.url, types: ["lesson.completed"] });
  const created = await fetch(`${server.url}/v1/webhooks`, {
    method: "POST",
    headers: manager,
    body,
  });
  if (created.status !== 201) throw new Error(`The webhook was answered ${created.status}.`);
  const webhook = await measureArrival(here);
  await server.stop();
  receiver.close();
  return { stream, webhook };
}

await withDatabase(
  async (url, pool) => {
    await seedCourse(pool, { learners, lessons });
    const through = await measureThrough(pool);
    const cost = await measureCost(pool);
    const arrivals = await measureArrivals(url, pool);
    const sizes = { learners, lessons, workers, writers, batch };
    await report(pool, "feed", { ...sizes, through, cost, ...arrivals });
  },
  { connections: writers + 2 },
);
