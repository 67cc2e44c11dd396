import { vi } from "vitest";

/** Learners who complete a course of the lessons `one` and `two`, without a pause. */
export interface Load {
  /** The balancer: whoever stands here is asked in turn. */
  readonly urls: string[];
  /** Learners whose completions were all answered. */
  readonly completed: readonly string[];
  /** Whatever was answered otherwise, or not at all. */
  readonly failures: readonly unknown[];
  /** Resolves once so many more learners have completed the course. */
  more(count: number): Promise<void>;
  /** Waits for what was asked. */
  stop(): Promise<void>;
}

/** Begins with it. */
export function startLoad(first: readonly string[], key: string, senders: number): Load {
  const urls = [...first];
  const completed: string[] = [];
  const failures: unknown[] = [];
  let turn = 0;
  let goesOn = true;

  const complete = async (learner: string, lesson: string) => {
    const path = `/v1/learners/${learner}/lessons/${lesson}/completion`;
    const headers = { authorization: `Bearer ${key}` };
    const response = await fetch(`${urls[turn++ % urls.length]}${path}`, {
      method: "PUT",
      headers,
    });
    const body = await response.text();
    if (response.status !== 200) failures.push([response.status, body]);
  };
  const send = async (sender: number) => {
    for (let n = 0; goesOn && failures.length === 0; n++) {
      const learner = `p${sender}-${n}`;
      for (const lesson of ["one", "two"]) {
        await complete(learner, lesson).catch((error) => failures.push(error.cause ?? error));
      }
      completed.push(learner);
    }
  };
  const sent = Promise.all(Array.from({ length: senders }, (_, sender) => send(sender)));
  return {
    urls,
    completed,
    failures,
    async more(count) {
      const enough = completed.length + count;
      const isEnough = () => completed.length >= enough || failures.length > 0;
      await vi.waitUntil(isEnough, { timeout: 30_000, interval: 5 });
    },
    async stop() {
      goesOn = false;
      await sent;
    },
  };
}
