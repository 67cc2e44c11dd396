import type { Origin } from "../address/behind.ts";
import type { View } from "../address/view.ts";
import { startOfDay, type Zone } from "../text/times.ts";
import { client } from "./client.ts";

export const learnerStates = [
  "overdue",
  "active",
  "stalled",
  "notStarted",
  "completed",
  "withdrawn",
  "exempt",
] as const;
export type LearnerState = (typeof learnerStates)[number];

export const learnerSegments = [
  "viewed",
  "completed",
  "viewedNotCompleted",
  "stillActive",
  "movedOn",
  "stoppedHere",
] as const;
export type LearnerSegment = (typeof learnerSegments)[number];

/** Which attempts a report of the present is about, as a query of the API has it. */
export interface WindowQuery {
  readonly group?: string;
  readonly enrolledFrom?: string;
  readonly enrolledBefore?: string;
}

/** Which attempts a report is about, of an earlier instant too. */
export interface ScopeQuery extends WindowQuery {
  readonly asOf?: string;
}

/** The scope that an address chooses. Days begin in the zone that dates are shown in. */
export function scopeQuery(view: View, zone: Zone): ScopeQuery {
  const instant = (day: string | undefined) =>
    day === undefined ? undefined : startOfDay(day, zone)?.toISOString();
  const from = instant(view.enrolledFrom);
  const before = instant(view.enrolledBefore);
  return {
    ...(view.group === undefined ? {} : { group: view.group }),
    ...(view.asOf === undefined ? {} : { asOf: view.asOf }),
    ...(from === undefined ? {} : { enrolledFrom: from }),
    ...(before === undefined ? {} : { enrolledBefore: before }),
  };
}

/** The instant that an address tells, as such or as a day of the zone that dates are shown in. */
function instantIn(text: string | undefined, zone: Zone): string | undefined {
  if (text === undefined) return undefined;
  const at = Date.parse(text);
  return text.includes("T") && !Number.isNaN(at)
    ? new Date(at).toISOString()
    : startOfDay(text, zone)?.toISOString();
}

/** Which rows of a list an address chooses by their deadline. */
export interface DueQuery {
  readonly dueFrom?: string;
  readonly dueBefore?: string;
}

/** The deadlines that an address chooses. */
export function dueQuery(view: View, zone: Zone): DueQuery {
  const [dueFrom, dueBefore] = [instantIn(view.dueFrom, zone), instantIn(view.dueBefore, zone)];
  return {
    ...(dueFrom === undefined ? {} : { dueFrom }),
    ...(dueBefore === undefined ? {} : { dueBefore }),
  };
}

/** Which rows of a list an address chooses by when they were completed. */
export interface CompletedQuery {
  readonly completedFrom?: string;
  readonly completedBefore?: string;
}

/** The completions that an address chooses. */
export function completedQuery(view: View, zone: Zone): CompletedQuery {
  const completedFrom = instantIn(view.completedFrom, zone);
  const completedBefore = instantIn(view.completedBefore, zone);
  return {
    ...(completedFrom === undefined ? {} : { completedFrom }),
    ...(completedBefore === undefined ? {} : { completedBefore }),
  };
}

/** Which rows of a list an address chooses by days. */
export interface DaysQuery {
  readonly minDays?: number;
  readonly maxDays?: number;
}

/** What is not a number of days counts for nothing. */
export function daysQuery(view: View): DaysQuery {
  const days = (text: string | undefined) =>
    text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : undefined;
  const [minDays, maxDays] = [days(view.minDays), days(view.maxDays)];
  return {
    ...(minDays === undefined ? {} : { minDays }),
    ...(maxDays === undefined ? {} : { maxDays }),
  };
}

/** All pages of a list, for lists that are as long as there are courses or groups. */
export async function everyPage<T>(
  read: (after: string | undefined) => Promise<{ items: T[]; next: string | null }>,
): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const page = await read(after);
    items.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return items;
}

const limit = 1_000;

/** As whom the API takes the dashboard's requests. */
export const readCaller = async () => (await client.GET("/v1/caller")).data;

/** Every group, by id. */
export const readGroups = () =>
  everyPage(async (after) => {
    const query = { limit, ...(after === undefined ? {} : { after }) };
    return (await client.GET("/v1/groups", { params: { query } })).data;
  });

/** Every course by id and title. */
export const readCourseNames = () =>
  everyPage(async (after) => {
    const query = { limit, ...(after === undefined ? {} : { after }) };
    return (await client.GET("/v1/courses", { params: { query } })).data;
  });

/** How old an attempt has to be to tell whether it was completed in time, in lists of courses. */
export const maturedDays = 30;

/** Every course, a row each, with the instant they are of. */
export async function readCourses(scope: ScopeQuery) {
  let head: { asOf: string; definition: number } | undefined;
  const items = await everyPage(async (after) => {
    const own = { limit, maturedDays, ...scope };
    const query = { ...own, ...(after === undefined ? {} : { after }) };
    const { data } = await client.GET("/v1/reports/courses", { params: { query } });
    head ??= { asOf: data.asOf, definition: data.definition };
    return data;
  });
  return { ...(head ?? { asOf: new Date().toISOString(), definition: 1 }), items };
}

/** One course, with the states of its attempts. */
export async function readCourse(course: string, query: ScopeQuery) {
  const params = { path: { course }, query };
  return (await client.GET("/v1/reports/courses/{course}", { params })).data;
}

/** Without an instant: what happened at a lesson is known of the present alone. */
export async function readLessons(course: string, { asOf: _, ...query }: ScopeQuery) {
  const params = { path: { course }, query };
  return (await client.GET("/v1/reports/courses/{course}/lessons", { params })).data;
}

/** How long a course takes, as a curve. */
export async function readTimeToComplete(course: string, query: ScopeQuery & { from?: Origin }) {
  const params = { path: { course }, query };
  return (await client.GET("/v1/reports/courses/{course}/time-to-complete", { params })).data;
}

/** A course's intakes, week by week or month by month. */
export async function readCohorts(
  course: string,
  query: { group?: string; by?: "week" | "month" },
) {
  const params = { path: { course }, query };
  return (await client.GET("/v1/reports/courses/{course}/cohorts", { params })).data;
}

/** A page of the edits of a course's outline, newest first. */
export async function readOutlineChanges(course: string, after?: string) {
  const query = after === undefined ? {} : { after };
  const params = { path: { course }, query };
  return (await client.GET("/v1/courses/{course}/changes", { params })).data;
}

/** Which of a course's learners are listed, and in which order. */
export interface LearnersQuery extends ScopeQuery, DueQuery, DaysQuery {
  readonly from?: Origin;
  readonly state?: LearnerState;
  readonly lesson?: string;
  readonly segment?: LearnerSegment;
  readonly sort?: "progress" | "due" | "lastActivity" | "name";
  readonly order?: "asc" | "desc";
}

/** A page of a course's learners. Of the present: the list knows of no earlier instant. */
export async function readLearners(
  course: string,
  { asOf: _, ...query }: LearnersQuery,
  after?: string,
) {
  const paged = { limit: 200, ...query, ...(after === undefined ? {} : { after }) };
  const params = { path: { course }, query: paged };
  return (await client.GET("/v1/reports/courses/{course}/learners", { params })).data;
}

/** Which attempts of all courses are listed. */
export interface AttemptsQuery extends ScopeQuery, DueQuery, CompletedQuery {
  readonly state?: LearnerState;
  readonly limit?: number;
}

/** A page of attempts of all courses, as they stand now. */
export async function readAttempts({ asOf: _, ...query }: AttemptsQuery, after?: string) {
  const paged = { limit: 200, ...query, ...(after === undefined ? {} : { after }) };
  return (await client.GET("/v1/reports/attempts", { params: { query: paged } })).data;
}

/** What an administrator asks first in the morning. */
export async function readOverview(query: WindowQuery) {
  return (await client.GET("/v1/reports/overview", { params: { query } })).data;
}

/** Deadlines that have passed, and those that come. */
export async function readDeadlines(query: WindowQuery & { course?: string }) {
  return (await client.GET("/v1/reports/deadlines", { params: { query } })).data;
}

/** How every course went, week by week. */
export const readActivity = (query: WindowQuery) =>
  everyPage(async (after) => {
    const page = { by: "week" as const, periods: 12, limit: 200, ...query };
    const params = { query: { ...page, ...(after === undefined ? {} : { after }) } };
    return (await client.GET("/v1/reports/activity", { params })).data;
  });

/** A page of who is overdue, most overdue first. */
export async function readOverdue(
  query: ScopeQuery & DaysQuery & { course?: string; limit?: number },
  after?: string,
) {
  const paged = { limit: 200, ...query, ...(after === undefined ? {} : { after }) };
  return (await client.GET("/v1/reports/overdue", { params: { query: paged } })).data;
}

export interface DueNextQuery extends ScopeQuery, DueQuery {
  readonly course?: string;
  readonly days: number;
  readonly limit?: number;
}

/** A page of whose deadline comes within so many days, soonest first. */
export async function readDueNext({ asOf: _, ...query }: DueNextQuery, after?: string) {
  const paged = { limit: 200, ...query, ...(after === undefined ? {} : { after }) };
  return (await client.GET("/v1/reports/due-next", { params: { query: paged } })).data;
}

/** A page of deadlines moved, exemptions and withdrawals, newest first. */
export async function readChanges(
  query: { group?: string; course?: string; learner?: string },
  after?: string,
) {
  const paged = { limit: 100, ...query, ...(after === undefined ? {} : { after }) };
  return (await client.GET("/v1/reports/changes", { params: { query: paged } })).data;
}

/** How what is sent to Milepost arrives. */
export const readDataHealth = async () => (await client.GET("/v1/reports/data-health")).data;
