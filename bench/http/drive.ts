import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** What a load generator is to send. */
export interface Job {
  readonly origin: string;
  readonly method: "GET" | "PUT";
  /** With `{learner}` and `{lesson}` where those of the request's turn go. */
  readonly path: string;
  /** API key; none is sent when omitted. */
  readonly key?: string;
  readonly learners: number;
  readonly lessons: number;
  /** The first turn. */
  readonly from: number;
  readonly connections: number;
  readonly seconds: number;
  /** Requests a second, due whether answered or not; as fast as they are answered when omitted. */
  readonly perSecond?: number;
}

export interface Outcome {
  /** The first turn that is left. */
  readonly next: number;
  readonly statuses: Readonly<Record<number, number>>;
  /** Of all bodies. */
  readonly bytes: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Processor time of the generator, a request. */
  readonly generatorMicroseconds: number;
}

const program = fileURLToPath(new URL("load.ts", import.meta.url));
const loader = new URL("../../scripts/loadTs.mjs", import.meta.url).href;

/** Has a process of its own send the load, and fails where anything was answered but 200. */
export async function drive(job: Job): Promise<Outcome> {
  const child = fork(program, [JSON.stringify(job)], { execArgv: ["--import", loader] });
  const died = once(child, "exit").then(([code]) => {
    throw new Error(`The load generator ended with ${code} before it had said anything.`);
  });
  const [outcome]: Outcome[] = await Promise.race([once(child, "message"), died]);
  // It is not in the way of what is measured next.
  await Promise.allSettled([died]);
  if (outcome === undefined || Object.keys(outcome.statuses).join() !== "200") {
    throw new Error(`Not everything was answered with 200: ${JSON.stringify(outcome)}`);
  }
  return outcome;
}
