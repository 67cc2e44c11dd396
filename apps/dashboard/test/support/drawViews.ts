import { formatView, type ViewChange } from "../../src/client/address/view.ts";

/** A page with what was chosen on it, and the query of the API that it has to equal. */
export interface DrawnView {
  readonly page:
    | "overview"
    | "courses"
    | "course"
    | "lessons"
    | "learners"
    | "overdue"
    | "attempts";
  readonly course: string;
  /** Below `/admin`. */
  readonly href: string;
  readonly query: string;
}

const courses = ["fire-safety", "data-protection", "new-manager"];
const states = ["overdue", "active", "stalled", "notStarted", "completed", "withdrawn", "exempt"];
const sorts = ["name", "progress", "due", "lastActivity"];
const pages: readonly DrawnView["page"][] = [
  "overview",
  "courses",
  "course",
  "lessons",
  "learners",
  "overdue",
  "attempts",
];

/** The same views on every run: what fails once fails again. */
export function drawViews(n: number): DrawnView[] {
  let state = 7;
  const below = (limit: number) => {
    // Of a linear congruence, the high bits.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const pick = <T>(items: readonly T[]) => items[below(items.length)] as T;
  return Array.from({ length: n }, (_, at) => {
    const page = pages[at % pages.length] as DrawnView["page"];
    return draw(page, pick, below);
  });
}

type Pick = <T>(items: readonly T[]) => T;

function draw(page: DrawnView["page"], pick: Pick, below: (limit: number) => number): DrawnView {
  const course = pick(courses);
  const scope = drawScope(page, below);
  const own = drawOwn(page, pick, course);
  const paths = {
    overview: "",
    courses: "/courses",
    course: `/courses/${course}`,
    lessons: `/courses/${course}`,
    learners: `/courses/${course}`,
    overdue: "/deadlines",
    attempts: "/learners",
  };
  const search = formatView({ ...scope, ...own });
  return {
    page,
    course,
    href: `${paths[page]}${search === "" ? "" : `?${search}`}`,
    query: queryOf(scope, own),
  };
}

/** What is chosen on the page itself. */
function drawOwn(page: DrawnView["page"], pick: Pick, course: string): ViewChange {
  const state = pick(states);
  if (page === "learners") {
    return { tab: "learners", state, sort: pick(sorts), order: pick(["asc", "desc"]) };
  }
  if (page === "overdue") return pick([{}, { course }]);
  if (page !== "attempts") return {};
  const days = (from: number, before: number) => [daysAgo(from), daysAgo(before)] as const;
  const [dueFrom, dueBefore] = days(90, 0);
  const [completedFrom, completedBefore] = days(120, 30);
  return pick([
    { tab: "attempts", state },
    { tab: "attempts", dueFrom, dueBefore },
    { tab: "attempts", completedFrom, completedBefore },
  ]);
}

const daysAgo = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** A group, an enrollment window and an earlier instant, as far as the page's report takes them. */
function drawScope(page: DrawnView["page"], below: (limit: number) => number): ViewChange {
  const takesAsOf = page === "courses" || page === "course" || page === "overdue";
  return {
    ...(below(3) === 0 ? { group: "crew" } : {}),
    ...(below(3) === 0 ? { enrolledFrom: daysAgo(200) } : {}),
    ...(below(4) === 0 ? { enrolledBefore: daysAgo(20) } : {}),
    ...(takesAsOf && below(4) === 0 ? { asOf: `${daysAgo(1 + below(60))}T09:00:00.000Z` } : {}),
  };
}

function queryOf(scope: ViewChange, own: ViewChange): string {
  const { group, enrolledFrom, enrolledBefore, asOf } = scope;
  const { course, state, sort, order } = own;
  // The demo's tenant has its days in UTC.
  const day = (date: string | undefined) => date && `${date}T00:00:00.000Z`;
  const given = {
    group,
    enrolledFrom: day(enrolledFrom),
    enrolledBefore: day(enrolledBefore),
    asOf,
    course,
    state,
    dueFrom: day(own.dueFrom),
    dueBefore: day(own.dueBefore),
    completedFrom: day(own.completedFrom),
    completedBefore: day(own.completedBefore),
    sort,
    order,
  };
  const set = Object.entries(given).filter((entry): entry is [string, string] => !!entry[1]);
  return `${new URLSearchParams(set)}`;
}
