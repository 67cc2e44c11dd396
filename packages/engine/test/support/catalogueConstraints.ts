import { type BrokenConstraint, copyOf, enterNowhere } from "./BrokenConstraint.ts";

const long = (length: number) => `repeat('x', ${length})`;
const insertLesson = (changes: Record<string, string> = {}) => {
  const columns = {
    tenant_id: "c.tenant_id",
    course_id: "c.course_id",
    external_id: "'new'",
    title: "'New'",
    position: "9",
    required: "true",
    published_at: "now()",
    ...changes,
  };
  return `insert into milepost.lesson (${Object.keys(columns).join(", ")}) overriding system value
    select ${Object.values(columns).join(", ")}
    from milepost.course c join milepost.lesson l on l.course_id = c.course_id
    where l.external_id = 'a-fs-1'`;
};
const course = "update milepost.course set";
const lesson = "update milepost.lesson set";
const recount = `insert into milepost.recount (tenant_id, tenant, course_id, part, required_version,
    follows, furthest_lesson_ids, furthest_may_begin, lacking)
  select c.tenant_id, 'default', c.course_id, 3, 1, '{}', '{}', false, 0
  from milepost.course c limit 1`;
const group = "update milepost.learner_group set";
const key = "update milepost.api_key set";

/** The rules of tenants, courses, lessons, their history, and of keys. */
export const catalogueConstraints: readonly BrokenConstraint[] = [
  {
    constraint: "tenant_pk",
    rule: "a tenant's number is its own",
    sql: copyOf("tenant", { name: "another" }),
  },
  {
    constraint: "tenant_name_unique",
    rule: "a tenant's name is its own",
    sql: `select set_config('milepost.tenant_name', 'default', true);
      ${copyOf("tenant", { tenant_id: 999 })}`,
  },
  {
    constraint: "tenant_name_is_a_slug",
    rule: "a tenant's name has no slash, or two buckets could spell the same text",
    sql: copyOf("tenant", { name: "default/a" }),
  },
  {
    constraint: "course_pk",
    rule: "a course's number is its own",
    sql: copyOf("course", { external_id: "new" }),
  },
  {
    constraint: "course_in_tenant",
    rule: "what points at a course and its tenant finds one",
    sql: `alter table milepost.course drop constraint course_pk;
      ${copyOf("course", { external_id: "new" })}`,
  },
  {
    constraint: "course_external_id_unique",
    rule: "a course's id is its own in its tenant",
    sql: copyOf("course", { course_id: 999 }),
  },
  {
    constraint: "course_of_tenant",
    rule: "a course belongs to a tenant that exists",
    sql: `${enterNowhere} insert into milepost.course (
        tenant_id, external_id, title, outline_version, required_version, total_lessons, created_at
      ) values (999, 'new', 'New', 1, 1, 0, now())`,
  },
  {
    constraint: "course_external_id_length",
    rule: "a course's id has 1 to 255 characters",
    sql: `${course} external_id = ${long(256)}`,
  },
  {
    constraint: "course_title_length",
    rule: "a course's title is not empty",
    sql: `${course} title = ''`,
  },
  {
    constraint: "course_enrollment_policy_known",
    rule: "a course's enrollment policy is open or required",
    sql: `${course} enrollment_policy = 'closed'`,
  },
  {
    constraint: "course_versions_in_order",
    rule: "the required lessons changed at a version that there was",
    sql: `${course} required_version = outline_version + 1`,
  },
  {
    constraint: "course_total_not_negative",
    rule: "a course has no fewer than 0 lessons",
    sql: `${course} total_lessons = -1`,
  },
  {
    constraint: "lesson_pk",
    rule: "a lesson's number is its own",
    sql: insertLesson({ lesson_id: "l.lesson_id" }),
  },
  {
    constraint: "lesson_in_course",
    rule: "what points at a lesson and its course finds one",
    sql: `alter table milepost.lesson drop constraint lesson_pk;
      ${insertLesson({ lesson_id: "l.lesson_id" })}`,
  },
  {
    constraint: "lesson_external_id_unique",
    rule: "a lesson's id is its own in its tenant, whatever the course",
    sql: insertLesson({
      course_id: "(select course_id from milepost.course where external_id = 'a-none')",
      external_id: "'a-fs-1'",
    }),
  },
  {
    constraint: "lesson_of_course",
    rule: "a lesson belongs to a course that exists",
    sql: insertLesson({ course_id: "999" }),
  },
  {
    constraint: "lesson_replaced_in_course",
    rule: "a lesson is replaced by one of its own course",
    sql: `${lesson} replaced_by = (
        select lesson_id from milepost.lesson where external_id = 'a-fs-1')
      where external_id = 'a-gs-4'`,
  },
  {
    constraint: "lesson_external_id_length",
    rule: "a lesson's id has 1 to 255 characters",
    sql: `${lesson} external_id = ''`,
  },
  {
    constraint: "lesson_title_length",
    rule: "a lesson's title has at most 1,000 characters",
    sql: `${lesson} title = ${long(1001)}`,
  },
  {
    constraint: "lesson_section_length",
    rule: "a lesson's section is left out rather than empty",
    sql: `${lesson} section = ''`,
  },
  {
    constraint: "lesson_position_from_one",
    rule: "a lesson's position counts from 1",
    sql: `${lesson} position = 0`,
  },
  {
    constraint: "lesson_replaced_only_when_retired",
    rule: "a lesson that is in the outline has no replacement",
    sql: `${lesson} replaced_by = lesson_id where retired_at is null`,
  },
  {
    constraint: "outline_change_pk",
    rule: "a version of an outline is written once",
    sql: copyOf("outline_change", {}),
  },
  {
    constraint: "outline_change_of_course",
    rule: "a version of an outline is of a course that exists",
    sql: copyOf("outline_change", { course_id: 999 }),
  },
  {
    constraint: "outline_change_total_is_required_set",
    rule: "a version's total is the number of its required lessons",
    sql: copyOf("outline_change", { outline_version: 99, total_lessons: 99 }),
  },
  {
    constraint: "outline_change_difference_fits",
    rule: "what a version newly requires is among what it requires",
    sql: copyOf("outline_change", { outline_version: 99, newly_required: [999] }),
  },
  {
    constraint: "recount_pk",
    rule: "each part of a course is recounted once",
    sql: `${recount}; ${recount}`,
  },
  {
    constraint: "recount_of_course",
    rule: "a recount is of a course that exists",
    sql: recount.replace("c.course_id", "999"),
  },
  {
    constraint: "recount_part_known",
    rule: "a course is recounted in four parts",
    sql: recount.replace(" 3,", " 4,"),
  },
  {
    constraint: "learner_group_pk",
    rule: "a group's number is its own",
    sql: copyOf("learner_group", { external_id: "new" }),
  },
  {
    constraint: "learner_group_in_tenant",
    rule: "what points at a group and its tenant finds one",
    sql: `alter table milepost.learner_group drop constraint learner_group_pk;
      ${copyOf("learner_group", { external_id: "new" })}`,
  },
  {
    constraint: "learner_group_external_id_unique",
    rule: "a group's id is its own in its tenant",
    sql: copyOf("learner_group", { group_id: 999 }),
  },
  {
    constraint: "learner_group_of_tenant",
    rule: "a group belongs to a tenant that exists",
    sql: `${enterNowhere}
      insert into milepost.learner_group (tenant_id, external_id, name, created_at)
      values (999, 'new', 'New', now())`,
  },
  {
    constraint: "learner_group_external_id_length",
    rule: "a group's id has 1 to 255 characters",
    sql: `${group} external_id = ${long(256)}`,
  },
  {
    constraint: "learner_group_name_length",
    rule: "a group has a name",
    sql: `${group} name = ''`,
  },
  {
    constraint: "learner_group_kind_length",
    rule: "a group's kind is left out rather than empty",
    sql: `${group} kind = ''`,
  },
  {
    constraint: "api_key_pk",
    rule: "an API key's number is its own",
    sql: copyOf("api_key", { key_hash: `\\x${"ab".repeat(32)}` }),
  },
  {
    constraint: "api_key_hash_unique",
    rule: "an API key is registered once",
    sql: copyOf("api_key", { key_id: 999 }),
  },
  {
    constraint: "api_key_of_tenant",
    rule: "an API key belongs to a tenant that exists",
    sql: `${enterNowhere}
      insert into milepost.api_key (tenant_id, name, role, key_hash, prefix, created_at)
      values (999, 'new', 'service', decode(repeat('ab', 32), 'hex'), 'mp_', now())`,
  },
  {
    constraint: "api_key_name_length",
    rule: "an API key has a name",
    sql: `${key} name = ''`,
  },
  {
    constraint: "api_key_role_known",
    rule: "an API key is of a service or an administrator",
    sql: `${key} role = 'superuser'`,
  },
  {
    constraint: "api_key_hash_is_sha256",
    rule: "what is stored of an API key has the length of a hash, not of a key",
    sql: `${key} key_hash = 'mp_the_key_itself'`,
  },
  {
    constraint: "idempotent_answer_pk",
    rule: "an idempotency key has one answer in its tenant",
    sql: copyOf("idempotent_answer", {}),
  },
  {
    constraint: "idempotent_answer_key_length",
    rule: "an idempotency key has 1 to 255 characters",
    sql: copyOf("idempotent_answer", { key: "" }),
  },
  {
    constraint: "request_window_pk",
    rule: "a caller's requests are counted in one window at a time",
    sql: copyOf("request_window", { taken: 7 }),
  },
  {
    constraint: "request_window_of_tenant",
    rule: "requests are counted in a tenant that exists",
    sql: `${enterNowhere}
      insert into milepost.request_window (tenant_id, holder, starts_at, taken)
      values (999, 'key', now(), 1)`,
  },
  {
    constraint: "request_window_holder_length",
    rule: "whose requests are counted has a name",
    sql: copyOf("request_window", { holder: "" }),
  },
  {
    constraint: "request_window_taken_positive",
    rule: "a window begins with the first request in it",
    sql: copyOf("request_window", { holder: "other", taken: 0 }),
  },
  {
    constraint: "feed_position_pk",
    rule: "the feed of a tenant is at one place",
    sql: copyOf("feed_position", { last_no: 7, sealed_no: 0 }),
  },
  {
    constraint: "feed_position_of_tenant",
    rule: "a feed is of a tenant that exists",
    sql: `${enterNowhere} insert into milepost.feed_position (tenant_id) values (999)`,
  },
  {
    constraint: "feed_position_not_negative",
    rule: "the feed counts from 1",
    sql: "update milepost.feed_position set last_no = -1",
  },
  {
    constraint: "feed_segment_pk",
    rule: "a number of the feed is given out once",
    sql: copyOf("feed_segment", {}),
  },
  {
    constraint: "feed_segment_from_one",
    rule: "no entry of the feed comes before the first",
    sql: copyOf("feed_segment", { first_no: 0 }),
  },
  {
    constraint: "feed_segment_size",
    rule: "a segment of the feed names a bucket for each of its entries",
    sql: copyOf("feed_segment", { first_no: 5000, buckets: [1, 2, 3] }),
  },
  {
    constraint: "feed_position_sealed_in_feed",
    rule: "no more is sealed than is in the feed",
    sql: "update milepost.feed_position set sealed_no = last_no + 1",
  },
  {
    constraint: "seal_pk",
    rule: "a seal has its number alone",
    sql: copyOf("seal", {}),
  },
  {
    constraint: "seal_of_tenant",
    rule: "seals are of a tenant that exists",
    sql: `${enterNowhere}
      insert into milepost.seal (
        tenant_id, seal_no, sealed_at, buckets, event_nos, leaf_hashes, root, hash)
      values (999, 1, now(), '{1}', '{1}', array[sha256('')], sha256(''), sha256(''))`,
  },
  {
    constraint: "seal_chain_from_one",
    rule: "the first seal has none before it, and no other is without",
    sql: copyOf("seal", { seal_no: 2 }),
  },
  {
    constraint: "seal_size",
    rule: "a seal has an entry for each of its leaves",
    sql: copyOf("seal", { seal_no: 2, previous_hash: "\\x00", buckets: [1] }),
  },
  {
    constraint: "seal_hash_length",
    rule: "the hash of a seal is a SHA-256",
    sql: copyOf("seal", { seal_no: 2, previous_hash: "\\x00", hash: "\\x00" }),
  },
  {
    constraint: "report_cell_unique",
    rule: "a count of the reports stands in one place, keys or no keys",
    sql: copyOf("report_cell", { n: 7 }),
  },
  {
    constraint: "report_cell_of_course",
    rule: "reports count for a course that exists",
    sql: copyOf("report_cell", { course_id: 999 }),
  },
];
