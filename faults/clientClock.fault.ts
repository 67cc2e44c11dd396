import { describeRun } from "../bench/support.ts";
import { countFindings } from "./support/countFindings.ts";
import { serverPlace } from "./support/Place.ts";
import { printFault } from "./support/runFault.ts";

const events = 200 * Number(process.env.FAULT_TRIES ?? 25);
const day = 86_400_000;

/** How wrong a client's clock is; it jumps with every event. Seconds are left to the network. */
const offsets = [0, -day / 24, day / 24, -day, day, -400 * day, 400 * day, 40_000 * day];

interface Result {
  readonly status: string;
  readonly clamped?: boolean;
  readonly code?: string;
}

/**
 * Clients whose clocks jump by hours, days and years with every event. What lies ahead of the
 * server's clock is taken as now, and said to be; what lies behind it is taken at its word.
 */
const place = await serverPlace();
try {
  const { server, key } = place;
  const sent = Array.from({ length: events }, (_, n) => {
    const offset = offsets[n % offsets.length] ?? 0;
    const lesson = `bench-${1 + (Math.floor(n / offsets.length) % 3)}`;
    const learner = `c${n % offsets.length}-${Math.floor(n / offsets.length / 3)}`;
    return { offset, learner, lesson };
  });
  const results: Result[] = [];
  for (let from = 0; from < sent.length; from += 100) {
    const batch = sent.slice(from, from + 100).map(({ offset, ...event }) => ({
      ...event,
      type: "lesson.completed",
      at: new Date(Date.now() + offset).toISOString(),
    }));
    const response = await fetch(`${server.url}/v1/events`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({ events: batch }),
    });
    results.push(...((await response.json()) as { results: Result[] }).results);
  }
  await server.stop();
  const wrong = sent.filter(({ offset }, n) => {
    const { status, clamped } = results[n] ?? { status: "missing" };
    return status !== "recorded" || (offset !== 0 && (clamped === true) !== offset > 0);
  });
  const pairs = sent.map(({ learner, lesson }) => [learner, lesson] as const);
  const { rows } = await place.database.query<{ ahead: number; late: number }>(`
    select count(*) filter (where occurred_at > received_at)::int as ahead,
      count(*) filter (where occurred_at < received_at - interval '12 hours')::int as late
    from milepost.progress_event where type = 'lesson.completed'`);
  const behind = sent.filter(({ offset }) => offset <= -day).length;
  await place.inspect(async (pool) =>
    printFault("clientClock", await describeRun(pool), {
      tries: events,
      acknowledged: results.filter(({ status }) => status === "recorded").length,
      clamped: results.filter(({ clamped }) => clamped === true).length,
      ...(await countFindings(pool, pairs)),
      differing: (rows[0]?.ahead ?? 0) + Math.abs((rows[0]?.late ?? 0) - behind),
      unexpected: wrong.length + server.errors.length,
    }),
  );
} finally {
  await place.remove();
}
