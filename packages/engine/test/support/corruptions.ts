/** What a superuser with the guards off can do to the numbers, and what the doctor makes of it. */
export interface Corruption {
  readonly what: string;
  readonly sql: string;
  /** Whose number differs: `learner attempt column`, or `course column`. */
  readonly found: readonly string[];
  /** Those of them that a repair leaves: immutable, or nothing says which side is right. */
  readonly stays?: readonly string[];
  /** The feed keeps the number of an entry that is gone, and says so once all else is mended. */
  readonly leavesNumber?: true;
}

const learnerId = (name: string) =>
  `(select learner_id from milepost.learner where external_id = 'a-${name}')`;
const lessonId = (name: string) =>
  `(select lesson_id from milepost.lesson where external_id = 'a-${name}')`;
const courseId = (name: string) =>
  `(select course_id from milepost.course where external_id = 'a-${name}')`;
const attempt = (name: string, changes: string, course = "fs", no = 1) =>
  `update milepost.enrollment set ${changes} where learner_id = ${learnerId(name)}
     and course_id = ${courseId(course)} and attempt_no = ${no};`;
const entries = (name: string, type: string) =>
  `milepost.progress_event where type = '${type}' and learner_id = ${learnerId(name)}
     and course_id in (${courseId("fs")}, ${courseId("gs")})`;
const anotherEntry = (name: string, type: string, changes: object) =>
  `insert into milepost.progress_event overriding system value
     select (jsonb_populate_record(pe, '${JSON.stringify({ event_no: 999_999, ...changes })}')).*
     from milepost.progress_event pe
     where event_no = (select max(event_no) from ${entries(name, type)});`;
const counts = ["completed_lessons", "progress_percentage"];
const of = (who: string, columns: readonly string[]) => columns.map((column) => `${who} ${column}`);

const reportCount = (measure: string, n: number) =>
  `insert into milepost.report_delta (bucket, tenant_id, course_id, changes)
     select 0, c.tenant_id, c.course_id,
       array[row('${measure}', null, 1, null, ${n})::milepost.report_change]
     from milepost.course c where c.external_id = 'a-fs';`;

export const reportCorruptions: readonly Corruption[] = [
  {
    what: "a count of the reports",
    sql: reportCount("withdrawn", 1),
    found: ["a-fs reports: withdrawn 1"],
  },
  {
    what: "counts of the reports that add up to too few",
    sql: reportCount("going", -2) + reportCount("started_on", 1),
    found: ["a-fs reports: going 1", "a-fs reports: started_on 1"],
  },
  {
    what: "how far an attempt has come",
    sql: attempt("bob", "furthest_lesson_id = null, furthest_completed = false"),
    found: of("bob 1", ["furthest_completed", "furthest_lesson_id"]),
  },
];

const ofFirstSegment =
  "tenant_id = (select tenant_id from milepost.tenant where name = 'default') and first_no = 1";

export const feedCorruptions: readonly Corruption[] = [
  {
    what: "an entry that the feed leaves out",
    sql: `update milepost.feed_segment set buckets = buckets[2:], event_nos = event_nos[2:]
      where ${ofFirstSegment};`,
    found: [" feed: last number", "a-fs feed: entry 1"],
    stays: [" feed: last number", "a-fs feed: entry 1"],
  },
  {
    what: "an entry that the feed has twice",
    sql: `update milepost.feed_segment set event_nos = event_nos[1:1] || event_nos[1:1]
        || event_nos[3:], buckets = buckets[1:1] || buckets[1:1] || buckets[3:]
      where ${ofFirstSegment};`,
    found: ["a-fs feed: entry 1", "ada 1 feed: entry 2"],
    stays: ["a-fs feed: entry 1", "ada 1 feed: entry 2"],
  },
  {
    what: "a number of the feed without an entry",
    sql: `update milepost.feed_segment set event_nos[1] = 999999 where ${ofFirstSegment};`,
    found: [" feed: entry 999999", "a-fs feed: entry 1"],
    stays: [" feed: entry 999999", "a-fs feed: entry 1"],
  },
];

export const attemptCorruptions: readonly Corruption[] = [
  {
    what: "completed lessons",
    sql: attempt("bob", "completed_lessons = 0"),
    found: of("bob 1", counts),
  },
  {
    what: "the total",
    sql: attempt("bob", "total_lessons = 3"),
    found: of("bob 1", ["progress_percentage", "total_lessons"]),
  },
  {
    what: "completed lessons and total of a completed attempt alike",
    sql: attempt("ada", "completed_lessons = 3, total_lessons = 3"),
    found: of("ada 1", ["completed_lessons", "total_lessons"]),
  },
  {
    what: "a percentage that is no longer generated",
    sql: `alter table milepost.enrollment alter column progress_percentage drop expression;
      ${attempt("bob", "progress_percentage = 99.99")}`,
    found: ["bob 1 progress_percentage"],
    stays: ["bob 1 progress_percentage"],
  },
  {
    what: "the first view",
    sql: attempt("bob", "first_viewed_at = first_viewed_at - interval '1 day'"),
    found: ["bob 1 first_viewed_at"],
  },
  {
    what: "the last view",
    sql: attempt("bob", "last_viewed_at = last_viewed_at + interval '1 day'"),
    found: ["bob 1 last_viewed_at"],
  },
  {
    what: "the lesson viewed last",
    sql: attempt("bob", `last_viewed_lesson_id = ${lessonId("fs-2")}`),
    found: ["bob 1 last_viewed_lesson_id"],
  },
  {
    what: "views of an attempt that has none",
    sql: attempt(
      "ada",
      `first_viewed_at = now(), last_viewed_at = now(),
      last_viewed_lesson_id = ${lessonId("fs-1")}`,
      "none",
    ),
    found: of("ada 1", ["first_viewed_at", "last_viewed_at", "last_viewed_lesson_id"]),
  },
  {
    what: "the version an open attempt is counted against",
    sql: attempt("ivy", "counted_version = 2", "gs"),
    found: ["ivy 1 counted_version"],
  },
  {
    what: "an attempt that was left, recounted by a later edit",
    sql: attempt("gus", "counted_version = 3, total_lessons = 4", "gs"),
    found: of("gus 1", ["counted_version", "progress_percentage", "total_lessons"]),
  },
  {
    what: "the version a completed attempt was counted against",
    sql: attempt("hal", "counted_version = 3", "gs"),
    found: ["hal 1 counted_version"],
  },
  {
    what: "the version an attempt was opened at",
    sql: attempt("ivy", "enrolled_outline_version = 3", "gs"),
    found: ["ivy 1 enrolled_outline_version"],
  },
  {
    what: "a completion moved",
    sql: attempt("ada", "completed_at = completed_at - interval '1 hour'"),
    found: of("ada 1", ["completed_at", "course.completed in the ledger"]),
    stays: of("ada 1", ["completed_at", "course.completed in the ledger"]),
  },
  {
    what: "a completion moved in attempt and ledger alike",
    sql: `${attempt("ada", "completed_at = completed_at - interval '1 hour'")}
      update milepost.progress_event set occurred_at = occurred_at - interval '1 hour'
      where type = 'course.completed' and learner_id = ${learnerId("ada")};`,
    found: ["ada 1 completed_at"],
    stays: ["ada 1 completed_at"],
  },
  {
    what: "a completion by an edit, moved in attempt and ledger alike",
    sql: `${attempt("hal", "completed_at = completed_at + interval '1 hour'", "gs")}
      update milepost.progress_event set occurred_at = occurred_at + interval '1 hour',
        received_at = received_at + interval '1 hour'
      where type = 'course.completed' and learner_id = ${learnerId("hal")};`,
    found: ["hal 1 completed_at"],
    stays: ["hal 1 completed_at"],
  },
  {
    what: "a completion taken back",
    sql: attempt(
      "ada",
      "completed_lessons = 1, completed_at = null, completed_outline_version = null",
    ),
    found: of("ada 1", [
      "completed_at",
      "completed_lessons",
      "completed_outline_version",
      "course.completed in the ledger",
      "progress_percentage",
    ]),
  },
  {
    what: "a completion by an edit, taken back after the next edit",
    sql: attempt(
      "hal",
      `completed_lessons = 3, total_lessons = 4, counted_version = 3,
      completed_at = null, completed_outline_version = null`,
      "gs",
    ),
    found: of("hal 1", [
      "completed_at",
      "completed_outline_version",
      "counted_version",
      "course.completed in the ledger",
      "progress_percentage",
      "total_lessons",
    ]),
  },
  {
    what: "a completion that was never earned",
    sql: attempt(
      "bob",
      "completed_lessons = 2, completed_at = now(), completed_outline_version = 1",
    ),
    found: of("bob 1", [
      "completed_at",
      "completed_lessons",
      "completed_outline_version",
      "course.completed in the ledger",
      "progress_percentage",
    ]),
    stays: of("bob 1", [
      "completed_at",
      "completed_lessons",
      "completed_outline_version",
      "course.completed in the ledger",
      "progress_percentage",
    ]),
  },
  {
    what: "the version a completion was earned against",
    sql: attempt("jon", "completed_outline_version = 1", "gs"),
    found: ["jon 1 completed_outline_version"],
    stays: ["jon 1 completed_outline_version"],
  },
  {
    what: "no attempt current",
    sql: attempt("fay", "is_current = false", "fs", 2),
    found: ["fay 2 is_current"],
  },
  {
    what: "an earlier attempt current",
    sql: attempt("fay", "is_current = false", "fs", 2) + attempt("fay", "is_current = true"),
    found: ["fay 1 is_current", "fay 2 is_current"],
  },
  {
    what: "an attempt number left out",
    sql: attempt("fay", "attempt_no = 3", "fs", 2),
    found: ["fay 3 attempt_no"],
    stays: ["fay 3 attempt_no"],
  },
  {
    what: "two attempts' numbers exchanged",
    sql: `${attempt("gus", "attempt_no = 9", "fs", 1)} ${attempt("gus", "attempt_no = 1", "fs", 2)}
      ${attempt("gus", "attempt_no = 2", "fs", 9)}`,
    found: ["gus 1 attempt_no", "gus 2 attempt_no"],
    stays: ["gus 1 attempt_no", "gus 2 attempt_no"],
  },
  {
    what: "a learner in another lane",
    sql: `update milepost.lesson_progress set bucket = bucket # 1 where enrollment_id in (
        select enrollment_id from milepost.enrollment where learner_id = ${learnerId("cy")});
      update milepost.enrollment set bucket = bucket # 1 where learner_id = ${learnerId("cy")};
      update milepost.progress_event set bucket = bucket # 1 where learner_id = ${learnerId("cy")};
      update milepost.learner set bucket = bucket # 1 where external_id = 'a-cy';`,
    found: ["cy 1 bucket"],
    stays: ["cy 1 bucket"],
  },
];

const ledger = "in the ledger";
const deleted = (name: string, type: string) =>
  `delete from milepost.progress_event where event_no = (
     select max(event_no) from ${entries(name, type)});`;

export const ledgerCorruptions: readonly Corruption[] = [
  {
    what: "the completion of a lesson missing",
    sql: deleted("bob", "lesson.completed"),
    found: [`bob 1 fs-1 lesson.completed ${ledger}`],
    leavesNumber: true,
  },
  {
    what: "the completion of a course missing",
    sql: deleted("ada", "course.completed"),
    found: [`ada 1 course.completed ${ledger}`],
    leavesNumber: true,
  },
  {
    what: "the completion of a course by an edit missing",
    sql: deleted("hal", "course.completed"),
    found: [`hal 1 course.completed ${ledger}`],
    leavesNumber: true,
  },
  {
    what: "a beginning missing",
    sql: deleted("cy", "enrollment.created"),
    found: [`cy 1 enrollment.created ${ledger}`],
    leavesNumber: true,
  },
  {
    what: "a withdrawal missing",
    sql: deleted("dee", "enrollment.withdrawn"),
    found: [`dee 1 enrollment.withdrawn ${ledger}`],
    leavesNumber: true,
  },
  {
    what: "an exemption missing",
    sql: deleted("eve", "enrollment.exempted"),
    found: [`eve 1 enrollment.exempted ${ledger}`],
    leavesNumber: true,
  },
  {
    what: "an exemption that was not taken back, and is gone",
    sql: deleted("bob", "enrollment.reinstated"),
    found: [`bob 1 enrollment.exempted ${ledger}`],
    stays: [`bob 1 enrollment.exempted ${ledger}`],
  },
  {
    what: "the completion of a lesson twice at the same instant",
    sql: anotherEntry("bob", "lesson.completed", {}),
    found: [`bob 1 fs-1 lesson.completed ${ledger}`],
    stays: [`bob 1 fs-1 lesson.completed ${ledger}`],
  },
  {
    what: "the completion of a lesson at another instant",
    sql: `update ${entries("bob", "lesson.completed").replace(
      " where",
      " set occurred_at = occurred_at - interval '1 hour' where",
    )};`,
    found: [`bob 1 fs-1 lesson.completed ${ledger}`],
    stays: [`bob 1 fs-1 lesson.completed ${ledger}`],
  },
  {
    what: "a beginning twice",
    sql: anotherEntry("cy", "enrollment.created", {}),
    found: [`cy 1 enrollment.created ${ledger}`],
    stays: [`cy 1 enrollment.created ${ledger}`],
  },
  {
    what: "a completion of a course that nobody earned",
    sql: `${anotherEntry("cy", "enrollment.created", { type: "course.completed" })}`,
    found: [`cy 1 course.completed ${ledger}`],
    stays: [`cy 1 course.completed ${ledger}`],
  },
  {
    what: "a completion of a lesson that nobody earned",
    sql: `${anotherEntry("cy", "enrollment.created", { type: "lesson.completed", lesson_id: -1 })}
      update milepost.progress_event set lesson_id = ${lessonId("fs-2")} where lesson_id = -1;`,
    found: [`cy 1 fs-2 lesson.completed ${ledger}`],
    stays: [`cy 1 fs-2 lesson.completed ${ledger}`],
  },
  {
    what: "entries of an attempt that is not there",
    sql: `${anotherEntry("ada", "course.completed", { enrollment_id: 999_999 })}
      ${anotherEntry("ada", "lesson.completed", { event_no: 999_998, enrollment_id: 999_999 })}`,
    found: [`a-fs fs-x lesson.completed ${ledger}`, `a-fs course.completed ${ledger}`],
    stays: [`a-fs fs-x lesson.completed ${ledger}`, `a-fs course.completed ${ledger}`],
  },
];

/** Taken back to version 2, every open attempt would be counted wrong: nothing is touched. */
const doubted = [
  ...of("a-gs", ["outline_version", "required lessons", "required_version", "total_lessons"]),
  ...of("gus 2", ["counted_version", "total_lessons"]),
  ...of("ivy 1", ["counted_version", "progress_percentage", "total_lessons"]),
  ...of("jon 1", ["completed_at", "completed_lessons", "completed_outline_version"]),
  ...of("jon 1", ["counted_version", "progress_percentage", "total_lessons"]),
];

export const factCorruptions: readonly Corruption[] = [
  {
    what: "a completed lesson of a completed attempt gone",
    sql: `delete from milepost.lesson_progress where lesson_id = ${lessonId("fs-2")}
      and enrollment_id = (select enrollment_id from milepost.enrollment
        where learner_id = ${learnerId("ada")} and course_id = ${courseId("fs")});`,
    found: [
      "ada 1 completed_at",
      "ada 1 completed_lessons",
      "ada 1 completed_outline_version",
      `ada 1 fs-2 lesson.completed ${ledger}`,
      "ada 1 progress_percentage",
    ],
    stays: [
      "ada 1 completed_at",
      "ada 1 completed_lessons",
      "ada 1 completed_outline_version",
      `ada 1 fs-2 lesson.completed ${ledger}`,
      "ada 1 progress_percentage",
    ],
  },
  {
    what: "a completed lesson of an open attempt gone",
    sql: `delete from milepost.lesson_progress where enrollment_id = (
        select enrollment_id from milepost.enrollment where learner_id = ${learnerId("bob")});`,
    found: [
      "bob 1 completed_lessons",
      "bob 1 first_viewed_at",
      "bob 1 furthest_completed",
      "bob 1 furthest_lesson_id",
      "bob 1 last_viewed_at",
      "bob 1 last_viewed_lesson_id",
      `bob 1 fs-1 lesson.completed ${ledger}`,
      "bob 1 progress_percentage",
    ],
    stays: [`bob 1 fs-1 lesson.completed ${ledger}`],
  },
  {
    what: "a course's total",
    sql: "update milepost.course set total_lessons = 9 where external_id = 'a-gs';",
    found: ["a-gs total_lessons"],
  },
  {
    what: "the version at which a course's required lessons changed",
    sql: "update milepost.course set required_version = 1 where external_id = 'a-gs';",
    found: ["a-gs required_version"],
  },
  {
    what: "a course's version",
    sql: "update milepost.course set outline_version = 9 where external_id = 'a-gs';",
    found: ["a-gs outline_version"],
  },
  {
    what: "a lesson that is required and was not",
    sql: "update milepost.lesson set required = true where external_id = 'a-fs-x';",
    found: ["a-fs required lessons"],
    stays: ["a-fs required lessons"],
  },
  {
    what: "a lesson retired by nobody",
    sql: "update milepost.lesson set retired_at = now() where external_id = 'a-gs-5';",
    found: ["a-gs required lessons", "jon 1 furthest_lesson_id"],
    stays: ["a-gs required lessons", "jon 1 furthest_lesson_id"],
  },
  {
    what: "a version of the history gone",
    sql: `delete from milepost.outline_change where outline_version = 3
      and course_id = ${courseId("gs")};`,
    found: doubted,
    stays: doubted,
  },
];
