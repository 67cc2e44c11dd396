import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { newCourse } from "./support/newCourse.ts";

// Seconds at a million attempts, where the summaries take milliseconds.
describe.each(databaseKinds)("reports of the present on %s", (kind) => {
  const database = useDatabase(kind);

  test("never go through the attempts, of an earlier instant or an enrollment window do", async () => {
    const { course, learner, lesson } = await newCourse(database.app, ["a"]);
    await completeLesson(database.app, { learner, lesson: lesson("a") });
    const client = await database.superuser.connect();
    const report = async (asOf: string, enrolledFrom = "") => {
      const text =
        "select * from milepost.report_courses('default', $1, null, $2, null, 9, 30, $3)";
      return (await client.query(text, [course, asOf || null, enrolledFrom || null])).rowCount;
    };
    try {
      await client.query("begin");
      // Whatever goes through them fails from now on.
      await client.query(`
        create or replace function milepost.report_course_from_facts(
          p_course_id bigint, p_group_id bigint, p_as_of timestamptz, p_now timestamptz,
          p_matured_days integer, p_today integer, p_zone text, p_enrolled_from timestamptz,
          p_enrolled_before timestamptz
        ) returns table (
          exempt bigint, withdrawn bigint, completed_on_time bigint, completed_late bigint,
          overdue bigint, active bigint, stalled bigint, not_started bigint,
          due bigint, due_on_time bigint, original_due bigint, original_on_time bigint,
          matured bigint, matured_completed bigint,
          days integer[], completed bigint[], withdrawals bigint[], censored bigint[]
        ) language plpgsql stable as $$ begin raise exception 'it went through them'; end $$`);
      expect(await report("")).toBe(1);
      await client.query("savepoint before");
      await expect(report(new Date().toISOString())).rejects.toThrow("it went through them");
      await client.query("rollback to before");
      await expect(report("", "2026-01-01Z")).rejects.toThrow("it went through them");
    } finally {
      await client.query("rollback");
      client.release();
    }
  });
});
