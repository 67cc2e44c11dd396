import { callOne } from "./callOne.ts";
import type { Learner, LearnerInput, Queryable, Scope } from "./types.ts";

interface Row {
  learner: string;
  name: string | null;
  email: string | null;
  locale: string | null;
  time_zone: string | null;
  created: boolean;
}

/**
 * Makes the given profile the learner's; what it leaves out is cleared.
 *
 * @throws {@link MilepostError} `id_out_of_range`, `text_out_of_range`, `time_zone_unknown`
 */
export async function putLearner(
  db: Queryable,
  { learner, name, email, locale, timeZone }: LearnerInput,
  { tenant = "default", now }: Scope = {},
): Promise<Learner> {
  const profile = [name ?? null, email ?? null, locale ?? null, timeZone ?? null];
  const values = [tenant, learner, ...profile, now ?? null];
  const row = await callOne<Row>(db, "put_learner", values, { learner });
  return {
    id: row.learner,
    name: row.name,
    email: row.email,
    locale: row.locale,
    timeZone: row.time_zone,
    created: row.created,
  };
}
