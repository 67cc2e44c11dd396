import type { TestDatabase } from "../../../../tests/support/useDatabase.ts";
import { recountAllAttempts } from "../../src/recountAllAttempts.ts";

/** What a tenant's learners have on record, by the hosts' own ids and in a fixed order. */
export interface StoredState {
  readonly courseProgress: Record<string, unknown>[];
  readonly lessonViews: Record<string, unknown>[];
  /** Without the numbers that say in which order entries were written. */
  readonly ledger: Record<string, unknown>[];
}

/**
 * Everything that the public views show of one tenant, for comparing two of them, once every
 * attempt has followed its course's edits: whom one completed is in the ledger from then on.
 */
export async function storedState(
  database: TestDatabase,
  { tenant = "default" }: { tenant?: string } = {},
): Promise<StoredState> {
  await recountAllAttempts(database.app, {}, { tenant });
  return await database.asApp(async (client) => {
    await client.query("select milepost.use_tenant($1)", [tenant]);
    const courseProgress = await client.query(
      "select * from milepost.course_progress order by learner, course, attempt",
    );
    const lessonViews = await client.query(
      "select * from milepost.lesson_view order by learner, course, attempt, lesson",
    );
    const ledger = await client.query(
      `select * from milepost.ledger
       order by learner, course, attempt, type, lesson, occurred_at, client_event_id`,
    );
    return {
      courseProgress: courseProgress.rows.map(withoutOurs),
      lessonViews: lessonViews.rows.map(withoutOurs),
      ledger: ledger.rows.map(withoutOurs),
    };
  });
}

/** Numbers that we gave, and what follows from the tenant's name. */
function withoutOurs({
  learner_number: _number,
  event_no: _event,
  bucket: _bucket,
  ...rest
}: Record<string, unknown>): Record<string, unknown> {
  return rest;
}
