import { once } from "node:events";
import type { RunningCli } from "./runCli.ts";

/** What a server says of itself once it is up. */
export interface Ready {
  readonly url: string;
  readonly open: boolean;
  readonly seeded: { learners: number } | null;
  readonly example: { learner: string; course: string; lesson: string } | null;
  readonly pid: number;
}

/** That, as soon as it is said; fails with the server's own words where it ends instead. */
export async function untilReady(running: RunningCli): Promise<Ready> {
  const ended = running.ended.then((how) => {
    throw new Error(`It ended before it was ready: ${JSON.stringify(how)}`);
  });
  // Handled where it is waited for; after that it ends because we tell it to.
  ended.catch(() => {});
  while (!running.text.out.includes("\n")) {
    await Promise.race([once(running.process.stdout ?? running.process, "data"), ended]);
  }
  return JSON.parse(running.text.out);
}
