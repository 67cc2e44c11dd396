import type { Queryable } from "../../src/types.ts";

interface Attempt {
  readonly enrollment_id: string;
  readonly learner: string | null;
  readonly enrolled_at: Date;
  readonly exempted_at: Date | null;
  readonly withdrawn_at: Date | null;
  readonly completed_at: Date | null;
  readonly due_at: Date | null;
  readonly original_due_at: Date | null;
  readonly first_viewed_at: Date | null;
  readonly last_viewed_at: Date | null;
}
interface LessonRecord {
  readonly enrollment_id: string;
  readonly lesson: string;
  readonly first_viewed_at: Date;
  readonly completed_at: Date | null;
}
interface Lesson {
  readonly lesson: string;
  readonly position: number;
  readonly published_at: Date;
}

const day = 86_400_000;
const hour = 3_600_000;
/** When the attempts that a report counts were enrolled: from an instant on, before another. */
export interface Window {
  readonly enrolledFrom?: Date;
  readonly enrolledBefore?: Date;
}

interface FollowUp {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly outcome: string;
  readonly days: number;
}

/** The first day of the ISO week of an instant in UTC. */
const week = (at: number) => {
  const days = Math.floor(at / day);
  return new Date((days - ((days + 3) % 7)) * day).toISOString().slice(0, 10);
};
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const ms = (date: Date | null) => date?.getTime() ?? Number.NaN;

/**
 * Every number of a course's reports, computed the plain way from its attempts and lesson records: no
 * summary, no SQL but to fetch the rows, and none of the product's code but for what an edit has made
 * of an attempt, which other tests look at. For small courses, in UTC.
 */
export class BruteForceReports {
  readonly #attempts: readonly Attempt[];
  readonly #records: readonly LessonRecord[];
  readonly #lessons: readonly Lesson[];
  readonly #now: number;

  private constructor(rows: [Attempt[], LessonRecord[], Lesson[]], now: Date, window: Window) {
    const [attempts, records, lessons] = rows;
    const { enrolledFrom: from, enrolledBefore: before } = window;
    this.#attempts = attempts.filter(
      (a) => !(ms(a.enrolled_at) < ms(from ?? null) || ms(a.enrolled_at) >= ms(before ?? null)),
    );
    this.#records = records;
    this.#lessons = lessons;
    this.#now = now.getTime();
  }

  static async read(
    db: Queryable,
    { tenant, course, now, window }: { tenant: string; course: string; now: Date; window: Window },
  ) {
    const of = `from milepost.tenant t join milepost.course c on c.tenant_id = t.tenant_id
      and t.name = $1 and c.external_id = $2`;
    const fetch = async <Row>(sql: string) => (await db.query(sql, [tenant, course])).rows as Row[];
    const attempts = await fetch<Attempt>(`select a.*, r.external_id as learner ${of}
      join milepost.enrollment e on e.course_id = c.course_id and e.is_current
      cross join lateral milepost.caught_up(e) a
      join milepost.learner r on r.learner_id = e.learner_id`);
    const records = await fetch<LessonRecord>(`select lp.*, l.external_id as lesson ${of}
      join milepost.lesson_progress lp on lp.course_id = c.course_id
      join milepost.lesson l on l.lesson_id = lp.lesson_id`);
    const lessons = await fetch<Lesson>(`select l.external_id as lesson, l.position, l.published_at
      ${of} join milepost.lesson l on l.course_id = c.course_id and l.retired_at is null
      order by l.position`);
    return new BruteForceReports([attempts, records, lessons], now, window);
  }

  get #counted() {
    return this.#attempts.filter(
      (a) => a.withdrawn_at === null || ms(a.withdrawn_at) - ms(a.enrolled_at) > day,
    );
  }

  #state(a: Attempt): string {
    if (a.exempted_at !== null) return "exempt";
    if (a.withdrawn_at !== null) return "withdrawn";
    if (a.completed_at !== null) {
      return ms(a.completed_at) > ms(a.due_at) ? "completedLate" : "completedOnTime";
    }
    if (ms(a.due_at) < this.#now) return "overdue";
    if (a.last_viewed_at === null) return "notStarted";
    return this.#now - ms(a.last_viewed_at) <= 7 * day ? "active" : "stalled";
  }

  states() {
    const of = (state: string) => this.#counted.filter((a) => this.#state(a) === state).length;
    return {
      exempt: of("exempt"),
      withdrawn: of("withdrawn"),
      completedOnTime: of("completedOnTime"),
      completedLate: of("completedLate"),
      overdue: of("overdue"),
      active: of("active"),
      stalled: of("stalled"),
      notStarted: of("notStarted"),
    };
  }

  onTime(which: "due_at" | "original_due_at") {
    const due = this.#counted.filter((a) => a.exempted_at === null && ms(a[which]) <= this.#now);
    const met = due.filter((a) => ms(a.completed_at) <= ms(a[which]));
    return { due: due.length, onTime: met.length };
  }

  matured(days: number) {
    const old = this.#followUp("enrolled_at").filter(
      ({ from }) => Math.floor(this.#now / day) - Math.floor(from / day) >= days,
    );
    const done = old.filter(({ outcome, days: taken }) => outcome === "completed" && taken <= days);
    return { n: old.length, completed: done.length };
  }

  #followUp(origin: "enrolled_at" | "first_viewed_at"): FollowUp[] {
    return this.#counted
      .filter((a) => a.exempted_at === null && a[origin] !== null)
      .map((a) => {
        const from = ms(a[origin]);
        const taken = (end: Date | null) => Math.max(0, Math.ceil((ms(end) - from) / day));
        const finished = a.completed_at !== null && !(ms(a.withdrawn_at) < ms(a.completed_at));
        if (finished) return { from, outcome: "completed", days: taken(a.completed_at) };
        if (a.withdrawn_at !== null) {
          return { from, outcome: "withdrawn", days: taken(a.withdrawn_at) };
        }
        const hours = Math.ceil(this.#now / hour) - Math.ceil(from / hour);
        return { from, outcome: "censored", days: Math.floor(Math.max(0, hours) / 24) };
      });
  }

  /** Kaplan–Meier's product where nobody withdrew; the sum of Aalen and Johansen where someone did. */
  timeToComplete(origin: "enrolled_at" | "first_viewed_at") {
    const all = this.#followUp(origin);
    return { n: all.length, ...this.#incidence(all) };
  }

  #incidence(all: readonly FollowUp[]) {
    const of = (outcome: string) => all.filter((one) => one.outcome === outcome);
    const eventDays = all.filter(({ outcome }) => outcome !== "censored").map((one) => one.days);
    const days = [...new Set(eventDays)].sort((a, b) => a - b);
    let going = 1;
    let share = 0;
    const curve = days.map((d) => {
      const atRisk = all.filter((one) => one.days >= d).length;
      const on = (outcome: string) => of(outcome).filter((one) => one.days === d).length;
      share += (going * on("completed")) / atRisk;
      going *= 1 - (on("completed") + on("withdrawn")) / atRisk;
      const finished = on("completed");
      return { day: d, completed: Math.round(share * 1e4) / 1e4, atRisk, finished };
    });
    return {
      completed: of("completed").length,
      withdrawn: of("withdrawn").length,
      censored: of("censored").length,
      curve,
    };
  }

  lessons() {
    const position = new Map(this.#lessons.map((l) => [l.lesson, l.position]));
    const people = this.#counted.filter((a) => a.exempted_at === null);
    return this.#lessons.map((l) => {
      const viewers = people.flatMap((a) => {
        const own = this.#records.filter((r) => r.enrollment_id === a.enrollment_id);
        const here = own.find((r) => r.lesson === l.lesson);
        const later = own.some((r) => (position.get(r.lesson) ?? 0) > l.position);
        return here === undefined ? [] : [{ a, here, later }];
      });
      const left = viewers.filter(({ here }) => here.completed_at === null);
      const stayed = left.filter(({ later }) => !later);
      const active = stayed.filter(({ a }) => this.#now - ms(a.last_viewed_at) < 14 * day);
      const seen = new Set(viewers.map(({ a }) => a.enrollment_id));
      const available = people.filter((a) => {
        const ends = [a.completed_at, a.withdrawn_at].filter((end) => end !== null).map(ms);
        return seen.has(a.enrollment_id) || !(Math.min(...ends) < ms(l.published_at));
      });
      const seconds = viewers
        .map(({ here }) => Math.floor((ms(here.completed_at) - ms(here.first_viewed_at)) / 1000))
        .filter((value) => value > 0)
        .map((value) => Number(`${value}`.slice(0, 4).padEnd(`${value}`.length, "0")))
        .sort((a, b) => a - b);
      return {
        lesson: l.lesson,
        available: available.length,
        viewed: viewers.length,
        completed: viewers.length - left.length,
        stillActive: active.length,
        movedOn: left.length - stayed.length,
        stoppedHere: stayed.length - active.length,
        medianSeconds: seconds[Math.ceil(seconds.length / 2) - 1] ?? null,
      };
    });
  }

  /** First days of ISO weeks, with what happened in each; weeks without anything left out. */
  activity() {
    const of = (pick: (a: Attempt) => Date | null) =>
      this.#counted.filter((a) => pick(a) !== null).map((a) => week(ms(pick(a))));
    const [enrollments, starts, completions] = [
      of((a) => a.enrolled_at),
      of((a) => a.first_viewed_at),
      of((a) => a.completed_at),
    ];
    const weeks = [...new Set([...enrollments, ...starts, ...completions])].sort();
    const count = (all: readonly string[], one: string) => sum(all.map((it) => Number(it === one)));
    return weeks.map((from) => ({
      from,
      enrollments: count(enrollments, from),
      starts: count(starts, from),
      completions: count(completions, from),
    }));
  }

  cohorts() {
    return this.activity()
      .filter(({ enrollments }) => enrollments > 0)
      .map(({ from, enrollments }) => {
        const own = this.#followUp("enrolled_at").filter((one) => week(one.from) === from);
        return { from, enrolled: enrollments, curve: this.#incidence(own).curve };
      });
  }

  learners() {
    return this.#counted.map(({ learner }) => learner);
  }

  /** How many are open and have a deadline within so many days. */
  dueNext(days: number): number {
    const open = ["active", "stalled", "notStarted"];
    return this.#counted.filter(
      (a) => open.includes(this.#state(a)) && ms(a.due_at) < this.#now + days * day,
    ).length;
  }

  /** Overdue learners, most overdue first. */
  overdue() {
    return this.#counted
      .filter((a) => this.#state(a) === "overdue")
      .sort((a, b) => ms(a.due_at) - ms(b.due_at))
      .map(({ learner }) => learner);
  }
}
