import { anotherLearner, type BrokenConstraint, copyOf, enterNowhere } from "./BrokenConstraint.ts";

const learner = "update milepost.learner set";
const ada = "where external_id = 'a-ada'";
const learnerId = (name: string) =>
  `(select learner_id from milepost.learner where external_id = 'a-${name}')`;
const lessonId = (name: string) =>
  `(select lesson_id from milepost.lesson where external_id = 'a-${name}')`;
const courseId = (name: string) =>
  `(select course_id from milepost.course where external_id = 'a-${name}')`;

/** bob's attempt is open, with one lesson of two completed and a deadline. */
const bobs = `where learner_id = ${learnerId("bob")}`;
const attempt = (changes: string) => `update milepost.enrollment set ${changes} ${bobs}`;
const anotherAttempt = (changes: Record<string, string> = {}) => {
  const columns = {
    bucket: "bucket",
    tenant_id: "tenant_id",
    learner_id: "learner_id",
    course_id: "course_id",
    attempt_no: "9",
    is_current: "false",
    created_at: "now()",
    enrolled_at: "now()",
    source: "'api'",
    total_lessons: "2",
    counted_version: "1",
    enrolled_outline_version: "1",
    ...changes,
  };
  return `insert into milepost.enrollment (${Object.keys(columns).join(", ")})
    overriding system value
    select ${Object.values(columns).join(", ")} from milepost.enrollment ${bobs}`;
};

const lessonRecord = (changes: string) =>
  `update milepost.lesson_progress set ${changes} where completed_at is null`;
const anotherRecord = (changes: Record<string, string>) => {
  const columns = {
    bucket: "bucket",
    tenant_id: "tenant_id",
    enrollment_id: "enrollment_id",
    course_id: "course_id",
    lesson_id: lessonId("fs-2"),
    first_viewed_at: "now()",
    last_viewed_at: "now()",
    ...changes,
  };
  return `insert into milepost.lesson_progress (${Object.keys(columns).join(", ")})
    select ${Object.values(columns).join(", ")} from milepost.enrollment ${bobs}`;
};

/** The rules of learners, their attempts, their lesson records, and of the ledger. */
export const learnerConstraints: readonly BrokenConstraint[] = [
  {
    constraint: "learner_pk",
    rule: "a learner's number is its own",
    sql: anotherLearner({ external_id: "'new'" }),
  },
  {
    constraint: "learner_external_id_unique",
    rule: "a learner's id is its own in its tenant",
    sql: anotherLearner({ learner_id: "999" }),
  },
  {
    constraint: "learner_of_tenant",
    rule: "a learner belongs to a tenant that exists",
    sql: `${enterNowhere} insert into milepost.learner (bucket, tenant_id, external_id, created_at)
      values (1, 999, 'new', now())`,
  },
  {
    constraint: "learner_bucket_in_range",
    rule: "a bucket is 0 to 1023",
    sql: anotherLearner({ learner_id: "999", external_id: "'new'", bucket: "1024" }),
  },
  {
    constraint: "learner_external_id_length",
    rule: "a learner's id has 1 to 255 characters",
    sql: anotherLearner({ learner_id: "999", external_id: "''" }),
  },
  {
    constraint: "learner_profile_length",
    rule: "a learner's e-mail has at most 320 characters",
    sql: `${learner} email = repeat('x', 321) ${ada}`,
  },
  {
    constraint: "learner_seal_mark_when_erased",
    rule: "a learner has a salt until they are erased",
    sql: `${learner} seal_salt = null ${ada}`,
  },
  {
    constraint: "learner_erased_has_no_person",
    rule: "an erased learner keeps no name",
    sql: `${learner} external_id = null, erased_at = now() ${ada}`,
  },
  {
    constraint: "enrollment_pk",
    rule: "an attempt's number is its own",
    sql: anotherAttempt({ enrollment_id: "enrollment_id" }),
  },
  {
    constraint: "enrollment_attempt_unique",
    rule: "a learner's attempts at a course have different numbers",
    sql: anotherAttempt({ attempt_no: "1" }),
  },
  {
    constraint: "enrollment_one_current",
    rule: "at most one attempt of a learner at a course is current",
    sql: anotherAttempt({ is_current: "true" }),
  },
  {
    constraint: "enrollment_of_learner",
    rule: "an attempt is of a learner who exists",
    sql: anotherAttempt({ learner_id: "999" }),
  },
  {
    constraint: "enrollment_of_course",
    rule: "an attempt is at a course that exists",
    sql: anotherAttempt({ course_id: "999" }),
  },
  {
    constraint: "enrollment_attempt_from_one",
    rule: "attempts count from 1",
    sql: attempt("attempt_no = 0"),
  },
  {
    constraint: "enrollment_source_length",
    rule: "an enrollment says where it came from",
    sql: attempt("source = ''"),
  },
  {
    constraint: "enrollment_reason_length",
    rule: "a reason has at most 1,000 characters",
    sql: attempt("exempted_reason = repeat('x', 1001)"),
  },
  {
    constraint: "enrollment_completed_within_total",
    rule: "completed lessons are no more than all lessons",
    sql: attempt("completed_lessons = total_lessons + 1"),
  },
  {
    constraint: "enrollment_complete_when_all_are",
    rule: "an attempt with every lesson complete is complete itself",
    sql: attempt("completed_lessons = total_lessons"),
  },
  {
    constraint: "enrollment_completed_with_version",
    rule: "a completion names the outline version it was earned against",
    sql: attempt("completed_lessons = total_lessons, completed_at = now()"),
  },
  {
    constraint: "enrollment_views_in_order",
    rule: "an attempt's first view is no later than its last",
    sql: attempt("first_viewed_at = last_viewed_at + interval '1 millisecond'"),
  },
  {
    constraint: "enrollment_due_has_rule",
    rule: "a deadline says how it was stated",
    sql: attempt("due_rule = null, due_date = null"),
  },
  {
    constraint: "enrollment_due_keeps_original",
    rule: "a deadline has an original",
    sql: attempt("original_due_at = null"),
  },
  {
    constraint: "enrollment_due_zone_source_known",
    rule: "a deadline's zone is the assigner's, the learner's or the organization's",
    sql: attempt("due_time_zone_source = 'course'"),
  },
  {
    constraint: "lesson_progress_pk",
    rule: "an attempt has one record of a lesson",
    sql: anotherRecord({ lesson_id: lessonId("fs-1") }),
  },
  {
    constraint: "lesson_progress_of_enrollment",
    rule: "a lesson of another course does not count, when the record names that course",
    sql: anotherRecord({ course_id: courseId("gs"), lesson_id: lessonId("gs-1") }),
  },
  {
    constraint: "lesson_progress_of_lesson",
    rule: "a lesson of another course does not count, when the record names the attempt's course",
    sql: anotherRecord({ lesson_id: lessonId("gs-1") }),
  },
  {
    constraint: "lesson_progress_views_in_order",
    rule: "a lesson's first view is no later than its last",
    sql: lessonRecord("first_viewed_at = last_viewed_at + interval '1 millisecond'"),
  },
  {
    constraint: "lesson_progress_completion_whole",
    rule: "a completion says when we learned of it and from where",
    sql: lessonRecord("completed_at = last_viewed_at"),
  },
  {
    constraint: "lesson_progress_completion_is_a_view",
    rule: "a completion lies within the views of its lesson",
    sql: lessonRecord(`completed_at = first_viewed_at - interval '1 millisecond',
      completion_received_at = last_viewed_at, completion_source = 'api'`),
  },
  {
    constraint: "lesson_progress_source_length",
    rule: "a completion's source is not empty",
    sql: lessonRecord(`completed_at = last_viewed_at, completion_received_at = last_viewed_at,
      completion_source = ''`),
  },
  {
    constraint: "progress_event_pk",
    rule: "an entry of the ledger has its own number",
    sql: copyOf("progress_event", {}),
  },
  {
    constraint: "progress_event_one_course_completion",
    rule: "an attempt is completed once in the ledger",
    sql: copyOf("progress_event", { event_no: 999_999 }, "type = 'course.completed'"),
  },
  {
    constraint: "progress_event_occurred_before_received",
    rule: "nothing is learned of before it happened",
    sql: copyOf("progress_event", { event_no: 999_999, occurred_at: "2999-01-01" }),
  },
  {
    constraint: "progress_event_client_event_id_length",
    rule: "a client's event id has at most 255 characters",
    sql: copyOf("progress_event", { event_no: 999_999, client_event_id: "x".repeat(256) }),
  },
  {
    constraint: "event_receipt_pk",
    rule: "a client's event id is taken once of a learner",
    sql: copyOf("event_receipt", {}),
  },
  {
    constraint: "event_receipt_of_learner",
    rule: "an event id is of a learner who exists",
    sql: copyOf("event_receipt", { learner_id: 999 }),
  },
  {
    constraint: "event_receipt_id_length",
    rule: "an event id that is given is not empty",
    sql: copyOf("event_receipt", { client_event_id: "" }),
  },
  {
    constraint: "group_member_pk",
    rule: "a learner's memberships of a group begin at different times",
    sql: copyOf("group_member", {}, "left_at is not null"),
  },
  {
    constraint: "group_member_one_open",
    rule: "at most one membership of a learner in a group goes on",
    sql: copyOf("group_member", { joined_at: "2026-01-01" }, "left_at is null"),
  },
  {
    constraint: "group_member_of_learner",
    rule: "a member is a learner who exists",
    sql: copyOf("group_member", { learner_id: 999 }),
  },
  {
    constraint: "group_member_of_group",
    rule: "a membership is of a group that exists",
    sql: copyOf("group_member", { group_id: 999 }),
  },
  {
    constraint: "group_member_left_after_joined",
    rule: "a membership lasts a while",
    sql: "update milepost.group_member set left_at = joined_at",
  },
];
