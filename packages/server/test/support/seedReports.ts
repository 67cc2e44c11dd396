import { seedCourse } from "./seedCourse.ts";
import type { TestApi } from "./useApi.ts";

interface History {
  readonly enrolledAt: string;
  readonly due?: string;
  /** Lesson, what was done with it, when. */
  readonly facts?: readonly (readonly [string, "view" | "completion", string])[];
  readonly leaves?: "withdraw" | "exempt";
}

const begin = "2026-02-02T08:00:00.000Z";
const viewed = (at: string) => ["fs-1", "view", at] as const;

/** A learner for each state that an attempt can be in on 1 March 2026. */
export const histories: Readonly<Record<string, History>> = {
  ada: {
    enrolledAt: begin,
    due: "2026-02-10T00:00:00.000Z",
    facts: [
      viewed("2026-02-02T09:00:00.000Z"),
      ["fs-1", "completion", "2026-02-03T09:00:00.000Z"],
      ["fs-2", "completion", "2026-02-05T09:00:00.000Z"],
    ],
  },
  ben: {
    enrolledAt: begin,
    due: "2026-02-06T00:00:00.000Z",
    facts: [
      viewed("2026-02-02T09:00:00.000Z"),
      ["fs-1", "completion", "2026-02-04T09:00:00.000Z"],
      ["fs-2", "completion", "2026-02-07T09:00:00.000Z"],
    ],
  },
  cy: {
    enrolledAt: begin,
    due: "2026-02-25T00:00:00.000Z",
    facts: [viewed("2026-02-20T09:00:00.000Z")],
  },
  dee: {
    enrolledAt: "2026-02-28T08:00:00.000Z",
    due: "2026-03-05T00:00:00.000Z",
    facts: [viewed("2026-02-28T09:00:00.000Z")],
  },
  eve: { enrolledAt: begin },
  fay: { enrolledAt: begin, leaves: "withdraw" },
  gus: { enrolledAt: begin, leaves: "exempt" },
  hal: { enrolledAt: begin, facts: [viewed("2026-02-03T09:00:00.000Z")] },
};

/** The course `fs` with those {@link histories}. */
export async function seedReports(api: TestApi): Promise<void> {
  await seedCourse(api);
  for (const [learner, history] of Object.entries(histories)) await seed(api, learner, history);
}

async function seed(
  api: TestApi,
  learner: string,
  { enrolledAt, due, facts = [], leaves }: History,
): Promise<void> {
  const send = async (method: string, path: string, body: unknown) => {
    const response = await api.send(method, path, { token: api.service, body });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  };
  const enrollment = `/v1/courses/fs/enrollments/${learner}`;
  await send("PUT", `/v1/learners/${learner}`, { name: `=${learner}` });
  await send("PUT", enrollment, { enrolledAt, ...(due === undefined ? {} : { due: { at: due } }) });
  for (const [lesson, what, at] of facts) {
    await send("PUT", `/v1/learners/${learner}/lessons/${lesson}/${what}`, { at });
  }
  if (leaves !== undefined) await send("POST", `${enrollment}/${leaves}`, { reason: "moved away" });
}
