import { callOne } from "../callOne.ts";
import type { Queryable, Scope } from "../types.ts";
import { isoDate } from "./isoDate.ts";
import { period } from "./period.ts";
import { type RateInterval, rateInterval } from "./rateInterval.ts";
import { rateOf } from "./rateOf.ts";
import { type ReportHead, reportHead, type WindowFilter } from "./reportHead.ts";
import { reportSubject } from "./reportSubject.ts";
import { windowValues } from "./windowValues.ts";

interface Row {
  as_of: Date;
  ageing: string[];
  day: (Date | string)[];
  due_on_day: string[];
  month: (Date | string)[];
  due_in_month: string[];
  on_time_in_month: string[];
}

/** Days that `upcoming` looks ahead, today among them: six weeks. */
const daysAhead = 42;
/** Months that `onTime` looks back, the one of today among them. */
const monthsBack = 12;

/** Overdue attempts by the days that they are: together all of them. */
export interface OverdueAgeing {
  readonly days1To7: number;
  readonly days8To30: number;
  readonly days31To90: number;
  readonly daysOver90: number;
}

/** Open attempts that fall due on one day. */
export interface UpcomingDay {
  /** The day in the tenant's zone: `2026-02-23`. */
  readonly from: string;
  readonly due: number;
}

/** What share of those that fell due in a month were complete by then. Exempt ones are left out. */
export interface OnTimeMonth extends RateInterval {
  /** `2026-03`. */
  readonly month: string;
  readonly due: number;
  readonly onTime: number;
  /** onTime ÷ due, with Wilson's 95 % interval: 0–1 to four decimals, all null for 0 of 0. */
  readonly rate: number | null;
}

/** The deadlines of a course, or of all. */
export interface DeadlinesReport extends ReportHead {
  readonly ageing: OverdueAgeing;
  /** Today, of which what is left counts, and the days after it: 42. */
  readonly upcoming: UpcomingDay[];
  /** By the month of the deadline in the tenant's zone: 12, oldest first, through this one. */
  readonly onTime: OnTimeMonth[];
}

/** Whose deadlines; those of all courses when it names none. */
export interface DeadlinesRequest extends WindowFilter {
  readonly course?: string | undefined;
}

/**
 * How deadlines are kept: for how long whom is overdue, what falls due, and what share was on time
 * in the past months.
 *
 * @throws {@link MilepostError} `course_not_found`, `group_not_found`, `time_out_of_range`
 */
export async function reportDeadlines(
  db: Queryable,
  request: DeadlinesRequest = {},
  scope: Scope = {},
): Promise<DeadlinesReport> {
  const { course, group } = request;
  const { tenant = "default", now } = scope;
  const which = [tenant, course ?? null, group ?? null];
  const values = [...which, daysAhead, monthsBack, ...windowValues(request), now ?? null];
  const subject = reportSubject({ course, group });
  const row = await callOne<Row>(db, "report_deadlines", values, subject);
  const [days1To7 = 0, days8To30 = 0, days31To90 = 0, daysOver90 = 0] = row.ageing.map(Number);
  return {
    ...reportHead([row], request, scope),
    ageing: { days1To7, days8To30, days31To90, daysOver90 },
    upcoming: row.day.map((day, n) => ({ from: isoDate(day), due: Number(row.due_on_day[n]) })),
    onTime: row.month.map((month, n) => {
      const due = Number(row.due_in_month[n]);
      const onTime = Number(row.on_time_in_month[n]);
      const { name } = period(month, "month");
      return { month: name, due, onTime, rate: rateOf(onTime, due), ...rateInterval(onTime, due) };
    }),
  };
}
