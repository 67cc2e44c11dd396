/**
 * The load generator: a process of its own, or it would take its turns from whoever measures. It is
 * given a job as JSON, carries it out, sends its parent the outcome and ends.
 */
import { Pool } from "undici";
import { latencies } from "../support.ts";
import type { Job, Outcome } from "./drive.ts";

const job: Job = JSON.parse(process.argv[2] ?? "");
const pool = new Pool(job.origin, { connections: job.connections, pipelining: 1 });
const headers = job.key === undefined ? {} : { authorization: `Bearer ${job.key}` };
const taken: number[] = [];
const statuses: Record<number, number> = {};
let bytes = 0;
let turn = job.from;

/** Every pair of learner and lesson once, over all learners before it comes back to one. */
function pathOf(at: number): string {
  const learner = (at * 7919) % job.learners;
  const lesson = (Math.floor(at / job.learners) % job.lessons) + 1;
  return job.path.replace("{learner}", `u${learner}`).replace("{lesson}", `bench-${lesson}`);
}

/** Sends the next request; resolves once it has been answered whole. */
function send(from: number): Promise<void> {
  const path = pathOf(turn++);
  return new Promise((resolve, reject) => {
    pool.dispatch(
      { path, method: job.method, headers },
      {
        onRequestStart() {},
        onResponseStart(_, status) {
          statuses[status] = (statuses[status] ?? 0) + 1;
        },
        onResponseData(_, chunk) {
          bytes += chunk.length;
        },
        onResponseEnd() {
          taken.push(performance.now() - from);
          resolve();
        },
        onResponseError: (_, error) => reject(error),
      },
    );
  });
}

/** Each connection sends as soon as it has been answered. */
async function closedLoop(end: number): Promise<void> {
  const work = async () => {
    while (performance.now() < end) await send(performance.now());
  };
  await Promise.all(Array.from({ length: job.connections }, work));
}

/**
 * Requests are due at a steady rate, whether or not those before them have been answered. Each
 * counts from when it was due: one that had to wait for a connection waited.
 */
async function openLoop(start: number, end: number, perSecond: number): Promise<void> {
  const underWay: Promise<void>[] = [];
  let due = start;
  for (let now = start; now < end; now = performance.now()) {
    for (; due <= now; due = start + (underWay.length * 1_000) / perSecond) {
      underWay.push(send(due));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(underWay);
}

const start = performance.now();
const end = start + job.seconds * 1_000;
if (job.perSecond === undefined) await closedLoop(end);
else await openLoop(start, end, job.perSecond);
const seconds = (performance.now() - start) / 1_000;
const { user, system } = process.cpuUsage();
const outcome: Outcome = {
  next: turn,
  statuses,
  bytes,
  perSecond: Math.round(taken.length / seconds),
  ...latencies(taken),
  generatorMicroseconds: Math.round((user + system) / taken.length),
};
await pool.close();
process.send?.(outcome, undefined, undefined, () => process.disconnect());
