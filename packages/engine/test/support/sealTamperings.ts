import type { SealFinding } from "../../src/audit/verifySeals.ts";

/** What a superuser with the guards off does, and the first thing that is found. */
export interface SealTampering {
  readonly what: string;
  readonly sql: string;
  readonly first: Partial<SealFinding>;
}

const ada = "(select learner_id from milepost.learner where external_id = 'a-ada')";
const course = "(select course_id from milepost.course where external_id = 'a-fs')";
const lesson = "(select lesson_id from milepost.lesson where external_id = 'a-fs-1')";
const ofAda = { learner: "a-ada", course: "a-fs", attempt: 1 };
const entry = `milepost.progress_event where type = 'lesson.completed'
  and learner_id = ${ada} and lesson_id = ${lesson}`;
const attempt = `(select enrollment_id from milepost.enrollment
  where learner_id = ${ada} and course_id = ${course})`;
const ofDefault = "tenant_id = (select tenant_id from milepost.tenant where name = 'default')";

export const sealTamperings: readonly SealTampering[] = [
  {
    what: "a completion that was made a day earlier, in the ledger and beside it",
    sql: `
      update milepost.progress_event set occurred_at = occurred_at - interval '1 day'
      where event_no = (select event_no from ${entry});
      update milepost.lesson_progress set completed_at = completed_at - interval '1 day',
        first_viewed_at = first_viewed_at - interval '1 day'
      where enrollment_id = ${attempt} and lesson_id = ${lesson};`,
    first: { finding: "completion altered", seal: 1, ...ofAda, lesson: "a-fs-1" },
  },
  {
    what: "a completion that was removed from everywhere",
    sql: `
      delete from milepost.lesson_progress
      where enrollment_id = ${attempt} and lesson_id = ${lesson};
      delete from ${entry};`,
    first: { finding: "completion missing", seal: 1 },
  },
  {
    what: "a completion that was put between the others",
    sql: `
      insert into milepost.progress_event overriding system value
      select (jsonb_populate_record(pe, '{"event_no": 999999}')).*
      from milepost.progress_event pe where event_no = (select event_no from ${entry});`,
    first: { finding: "completion inserted", ...ofAda, lesson: "a-fs-1", entry: "999999" },
  },
  {
    what: "a time that everybody reads and that is not the ledger's",
    sql: `
      update milepost.lesson_progress set completed_at = completed_at - interval '1 hour',
        first_viewed_at = first_viewed_at - interval '1 hour'
      where enrollment_id = ${attempt} and lesson_id = ${lesson};`,
    first: { finding: "completion differs from the ledger", ...ofAda, lesson: "a-fs-1" },
  },
  {
    what: "a course that was completed at another time than the ledger says",
    sql: `
      update milepost.enrollment set completed_at = completed_at - interval '1 hour'
      where enrollment_id = ${attempt};`,
    first: { finding: "completion differs from the ledger", ...ofAda, lesson: null },
  },
  {
    what: "a learner who took another's completions",
    sql: `
      update milepost.learner set external_id = 'a-someone' where learner_id = ${ada};
      update milepost.learner set external_id = 'a-ada'
      where external_id = 'a-bob';`,
    first: { finding: "completion altered", seal: 1 },
  },
  {
    what: "a completion in the name of another course",
    sql: `
      update milepost.progress_event set course_id = (
        select course_id from milepost.course where external_id = 'a-gs')
      where event_no = (select event_no from ${entry});`,
    first: { finding: "completion altered", seal: 1, course: "a-gs" },
  },
  {
    what: "a seal that was made to fit an altered completion, by what follows it",
    sql: `
      update milepost.seal set root = sha256(root) where seal_no = 1 and ${ofDefault};
      update milepost.seal set hash = milepost.seal_hash(
        seal_no, cardinality(leaf_hashes), root, previous_hash, sealed_at)
      where seal_no = 1 and ${ofDefault};`,
    first: { finding: "seal altered", seal: 1 },
  },
  {
    what: "a seal that was removed",
    sql: `delete from milepost.seal where seal_no = 1 and ${ofDefault};`,
    first: { finding: "seal missing", seal: 1 },
  },
  {
    what: "the last seal removed, by the completions that nothing vouches for then",
    sql: `delete from milepost.seal where seal_no = 2 and ${ofDefault};`,
    first: { finding: "completion inserted", learner: "a-bob", lesson: "a-fs-2" },
  },
  {
    what: "a seal with the time of another day",
    sql: `update milepost.seal set sealed_at = sealed_at - interval '1 day'
      where seal_no = 2 and ${ofDefault};`,
    first: { finding: "seal altered", seal: 2 },
  },
];
