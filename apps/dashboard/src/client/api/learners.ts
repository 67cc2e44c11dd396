import { client } from "./client.ts";
import { everyPage, readOutlineChanges } from "./reports.ts";

/** A learner's profile, with the groups they belong or belonged to. */
export async function readLearner(learner: string) {
  return (await client.GET("/v1/learners/{learner}", { params: { path: { learner } } })).data;
}

/** A page of everybody, or of those whose name or id begins so; by name. */
export async function readLearnerList(search: string | undefined, after?: string) {
  const query = {
    limit: 200,
    ...(search === undefined ? {} : { search }),
    ...(after === undefined ? {} : { after }),
  };
  return (await client.GET("/v1/learners", { params: { query } })).data;
}

/** A page of the courses of a learner, newest activity first. */
export async function readLearnerCourses(learner: string, after?: string) {
  const query = { limit: 200, ...(after === undefined ? {} : { after }) };
  const params = { path: { learner }, query };
  return (await client.GET("/v1/learners/{learner}/courses", { params })).data;
}

/** One attempt of a learner at a course; the current one where none is named. */
export interface AttemptPath {
  readonly learner: string;
  readonly course: string;
  readonly attempt?: number | undefined;
}

const paramsOf = ({ learner, course, attempt }: AttemptPath) => ({
  path: { learner, course },
  query: attempt === undefined ? {} : { attempt },
});

/** What the learner's own course page shows. */
export async function readProgress(of: AttemptPath) {
  const params = paramsOf(of);
  return (await client.GET("/v1/learners/{learner}/courses/{course}", { params })).data;
}

/** What the percentage is made of. */
export async function readExplanation(of: AttemptPath) {
  const params = paramsOf(of);
  return (await client.GET("/v1/learners/{learner}/courses/{course}/explain", { params })).data;
}

/** A page of the ledger of an attempt, oldest first. */
export async function readTimeline(of: AttemptPath, after?: string) {
  const { path, query } = paramsOf(of);
  const paged = { ...query, limit: 500, ...(after === undefined ? {} : { after }) };
  const params = { path, query: paged };
  return (await client.GET("/v1/learners/{learner}/courses/{course}/timeline", { params })).data;
}

/** Every version of a course's outline, newest first. */
export const readVersions = (course: string) =>
  everyPage((after) => readOutlineChanges(course, after));
