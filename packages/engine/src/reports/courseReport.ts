import { incidence } from "./incidence.ts";
import { quantileDay } from "./quantileDay.ts";
import { rateOf } from "./rateOf.ts";
import { type DayCountColumns, toDayCounts } from "./toDayCounts.ts";

/** A row of `milepost.report_courses`. */
export interface CourseReportColumns extends DayCountColumns {
  as_of: Date;
  course: string;
  title: string;
  outline_version: number;
  total_lessons: number;
  exempt: string;
  withdrawn: string;
  completed_on_time: string;
  completed_late: string;
  overdue: string;
  active: string;
  stalled: string;
  not_started: string;
  due: string;
  due_on_time: string;
  original_due: string;
  original_on_time: string;
  matured: string;
  matured_completed: string;
  worst_lesson: string | null;
}

/**
 * Current attempts at a course by their state. Each attempt is in one: they add up to `enrolled`.
 */
export interface CourseStates {
  readonly exempt: number;
  readonly withdrawn: number;
  /** With the deadline kept, or without one. */
  readonly completedOnTime: number;
  readonly completedLate: number;
  readonly overdue: number;
  /** With an event in the last seven days. */
  readonly active: number;
  readonly stalled: number;
  readonly notStarted: number;
}

/** A course in the list of courses. All are counts of attempts, unless they say otherwise. */
export interface CourseReport {
  readonly course: string;
  readonly title: string;
  readonly enrolled: number;
  readonly exempt: number;
  readonly withdrawn: number;
  readonly notStarted: number;
  /** Begun, neither complete nor overdue, with an event in the last seven days. */
  readonly inProgress: number;
  /** As `inProgress`, and silent for longer. */
  readonly stalled: number;
  readonly overdue: number;
  readonly completed: number;
  /** Of `completed`, those after their deadline. */
  readonly completedLate: number;
  /** completed ÷ (enrolled − exempt): 0–1 to four decimals, null where that is 0 of 0. */
  readonly completionRate: number | null;
  /** Days from first access by which half had completed; null where half have not. */
  readonly medianDays: number | null;
  /** Learners behind `overdue`: the same number, since each has one current attempt. */
  readonly overdueLearners: number;
  /** Id of the lesson that most leave the course at, by the lower bound of that rate. */
  readonly worstLesson: string | null;
}

/** The states of a row as numbers. */
export function courseStates(row: CourseReportColumns): CourseStates {
  return {
    exempt: Number(row.exempt),
    withdrawn: Number(row.withdrawn),
    completedOnTime: Number(row.completed_on_time),
    completedLate: Number(row.completed_late),
    overdue: Number(row.overdue),
    active: Number(row.active),
    stalled: Number(row.stalled),
    notStarted: Number(row.not_started),
  };
}

/** What the list of courses says of one. */
export function courseReport(row: CourseReportColumns): CourseReport {
  const states = courseStates(row);
  const enrolled = Object.values(states).reduce((total, count) => total + count, 0);
  const completed = states.completedOnTime + states.completedLate;
  return {
    course: row.course,
    title: row.title,
    enrolled,
    exempt: states.exempt,
    withdrawn: states.withdrawn,
    notStarted: states.notStarted,
    inProgress: states.active,
    stalled: states.stalled,
    overdue: states.overdue,
    completed,
    completedLate: states.completedLate,
    completionRate: rateOf(completed, enrolled - states.exempt),
    medianDays: quantileDay(incidence(toDayCounts(row)), 0.5),
    overdueLearners: states.overdue,
    worstLesson: row.worst_lesson,
  };
}
