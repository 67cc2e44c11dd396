import type { Queryable } from "../../src/types.ts";
import type { Window } from "./BruteForceReports.ts";

interface Attempt {
  readonly course: string;
  readonly enrolled_at: Date;
  readonly exempted_at: Date | null;
  readonly withdrawn_at: Date | null;
  readonly completed_at: Date | null;
  readonly due_at: Date | null;
  readonly due_time_zone: string | null;
}

/** Whose attempts: those of a course or of all, of those who enrolled within some time. */
interface Which {
  readonly tenant: string;
  readonly course?: string;
  readonly zone?: string;
  readonly window?: Window;
}

const day = 86_400_000;

/** Made once a zone: it takes longer to make one than to use it a hundred times. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The day of an instant on a calendar that is not the database's: `2026-02-23`. */
function dayIn(timeZone: string, instant: Date): string {
  const known = calendars.get(timeZone);
  const calendar = known ?? new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
  calendars.set(timeZone, calendar);
  return calendar.format(instant);
}
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / day;

/**
 * Deadlines and completions of a tenant, or of one of its courses, counted the plain way from its
 * attempts: no summary, no SQL but to fetch the rows, and the days by the calendar of Intl.
 */
export class BruteForceDeadlines {
  readonly #attempts: readonly Attempt[];
  readonly #now: Date;
  readonly #zone: string;

  private constructor(attempts: readonly Attempt[], now: Date, zone: string) {
    this.#attempts = attempts;
    this.#now = now;
    this.#zone = zone;
  }

  #dayOf(instant: Date): string {
    return dayIn(this.#zone, instant);
  }

  static async read(
    db: Queryable,
    { tenant, course, zone = "UTC", window = {} }: Which,
    now: Date,
  ) {
    const sql = `select c.external_id as course, a.*
      from milepost.tenant t
      join milepost.course c on c.tenant_id = t.tenant_id
      join milepost.enrollment e on e.course_id = c.course_id and e.is_current
      cross join lateral milepost.caught_up(e) a
      where t.name = $1`;
    const rows: Attempt[] = (await db.query(sql, [tenant])).rows;
    const counted = rows
      .filter((a) => course === undefined || a.course === course)
      .filter(({ enrolled_at: at }) => {
        const { enrolledFrom = at, enrolledBefore } = window;
        return at >= enrolledFrom && (enrolledBefore === undefined || at < enrolledBefore);
      })
      .filter((a) => !(Number(a.withdrawn_at ?? Infinity) - Number(a.enrolled_at) <= day));
    return new BruteForceDeadlines(counted, now, zone);
  }

  /** Deadlines of attempts that are neither complete nor withdrawn nor exempt. */
  get #open() {
    return this.#attempts.flatMap(({ due_at: due, due_time_zone: zone, course, ...a }) =>
      due !== null && !a.completed_at && !a.withdrawn_at && !a.exempted_at
        ? [{ due, zone, course }]
        : [],
    );
  }

  overdue(): Record<string, number> {
    const overdue: Record<string, number> = {};
    for (const { course } of this.#open.filter(({ due }) => due < this.#now)) {
      overdue[course] = (overdue[course] ?? 0) + 1;
    }
    return overdue;
  }

  oldestDueAt(): Date | null {
    const all = this.#open.map(({ due }) => Number(due)).filter((due) => due < Number(this.#now));
    return all.length === 0 ? null : new Date(Math.min(...all));
  }

  ageing() {
    const days = this.#open
      .filter(({ due }) => due < this.#now)
      .map(({ due, zone }) => {
        if (zone === null) return Math.ceil((Number(this.#now) - Number(due)) / day);
        return Math.max(1, daysBetween(dayIn(zone, due), dayIn(zone, this.#now)));
      });
    const within = (from: number, to: number) => days.filter((n) => n >= from && n <= to).length;
    return {
      days1To7: within(1, 7),
      days8To30: within(8, 30),
      days31To90: within(31, 90),
      daysOver90: within(91, Infinity),
    };
  }

  upcoming() {
    const ahead = this.#open.filter(({ due }) => due >= this.#now);
    const days = ahead.map(({ due }) => this.#dayOf(due));
    const today = Date.parse(this.#dayOf(this.#now));
    return Array.from({ length: 42 }, (_, n) => {
      const from = new Date(today + n * day).toISOString().slice(0, 10);
      return { from, due: days.filter((one) => one === from).length };
    });
  }

  onTime() {
    const [year = 0, month = 0] = this.#dayOf(this.#now).split("-").map(Number);
    return Array.from({ length: 12 }, (_, n) => {
      const name = new Date(Date.UTC(year, month - 12 + n)).toISOString().slice(0, 7);
      const due = this.#attempts.filter(
        (a) =>
          a.exempted_at === null &&
          a.due_at !== null &&
          a.due_at <= this.#now &&
          this.#dayOf(a.due_at).startsWith(name),
      );
      const met = due.filter((a) => a.completed_at && a.due_at && a.completed_at <= a.due_at);
      return { month: name, due: due.length, onTime: met.length };
    });
  }

  /** Completions from so many days before today up to so many. */
  completed(from: number, until: number): number {
    const today = this.#dayOf(this.#now);
    return this.#attempts.filter(({ completed_at: at }) => {
      const ago = at === null ? 0 : daysBetween(this.#dayOf(at), today);
      return ago <= from && ago > until;
    }).length;
  }
}
