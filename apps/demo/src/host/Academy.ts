import {
  ApiProblem,
  type CourseProgressPage,
  type CourseSummary,
  createClient,
  type LearnerCourse,
  type MilepostClient,
} from "@milepost/client";

/** Somebody of the demo to look at the site as, and why they are worth it. */
export interface DemoLearner {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
}

/** Who is shown first: one in each of the states that a learner's pages differ in. */
const wanted = [
  ["fire-safety", "active", "in the middle of a course"],
  ["data-protection", "overdue", "overdue"],
  ["new-manager", "stalled", "stopped some time ago"],
  ["fire-safety", "completed", "completed a course"],
  ["data-protection", "notStarted", "has not started yet"],
  ["lantern-start", "active", "in a course that was changed"],
] as const;

/** What the academy asks of Milepost, as any host would: over HTTP, by the typed client. */
export class Academy {
  readonly #client: MilepostClient;
  #learners: Promise<DemoLearner[]> | undefined;

  constructor(api: (request: Request) => Promise<Response>) {
    this.#client = createClient({ baseUrl: "http://localhost", fetch: api });
  }

  /** Learners to choose from, the same for as long as the process lives. */
  learners(): Promise<DemoLearner[]> {
    this.#learners ??= this.#findLearners().catch((error: unknown) => {
      this.#learners = undefined;
      throw error;
    });
    return this.#learners;
  }

  /** Every course of the academy. */
  async courses(): Promise<readonly CourseSummary[]> {
    const { data } = await this.#client.GET("/v1/courses", { params: { query: { limit: 100 } } });
    return data.items;
  }

  /** The learner's current attempts, newest activity first. */
  async coursesOf(learner: string): Promise<readonly LearnerCourse[]> {
    const params = { path: { learner }, query: { limit: 100 } };
    const { data } = await this.#client.GET("/v1/learners/{learner}/courses", { params });
    return data.items;
  }

  /** All that a course page shows; null where the learner is not enrolled, or nothing is there. */
  async page(learner: string, course: string): Promise<CourseProgressPage | null> {
    const path = "/v1/learners/{learner}/courses/{course}";
    try {
      const { data } = await this.#client.GET(path, { params: { path: { learner, course } } });
      return data;
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 404) return null;
      throw error;
    }
  }

  /** Takes the learner into a course that is open to all. */
  async enroll(learner: string, course: string): Promise<void> {
    const path = "/v1/courses/{course}/enrollments/{learner}";
    await this.#client.PUT(path, { params: { path: { learner, course } }, body: {} });
  }

  /** For a browser without a script: the academy records it itself. */
  async complete(learner: string, lesson: string): Promise<void> {
    const path = "/v1/learners/{learner}/lessons/{lesson}/completion";
    await this.#client.PUT(path, { params: { path: { learner, lesson } } });
  }

  async #findLearners(): Promise<DemoLearner[]> {
    const found = new Map<string, DemoLearner>();
    for (const [course, state, hint] of wanted) {
      const params = { path: { course }, query: { state, limit: 20 } };
      const path = "/v1/reports/courses/{course}/learners";
      const { data } = await this.#client.GET(path, { params });
      for (const { learner, name } of data.items) {
        // An erased person has neither.
        if (learner === null || name === null || found.has(learner)) continue;
        found.set(learner, { id: learner, name, hint });
        break;
      }
    }
    return [...found.values()];
  }
}
