import { enroll, exempt, putGroup, putLearner, putOutline, recordFacts } from "@milepost/engine";
import type pg from "pg";
import { type Caller, createCallers, type createIssuers } from "../support/callers.ts";

/** What requests are about, and who sends them. */
export interface World {
  /** None of the other tenant, whose contents are to stay as they are. */
  readonly callers: readonly Caller[];
  /** Who reads there. */
  readonly elsewhere: Caller;
}

/** Two tenants with learners under the same ids, of which one has secrets. */
export async function createWorld(
  pool: pg.Pool,
  issuers: Awaited<ReturnType<typeof createIssuers>>,
): Promise<World> {
  const callers = await createCallers(pool, issuers);
  for (const tenant of ["default", "elsewhere"]) {
    const secret = tenant === "default" ? "" : "Of elsewhere: ";
    for (const course of ["fs", "hs"]) {
      const lessons = [1, 2, 3].map((n) => ({
        id: `${course}-${n}`,
        title: `${secret}Lesson ${n}`,
        section: `${secret}Section`,
      }));
      await putOutline(pool, { course, title: `${secret}Course`, lessons }, { tenant });
    }
    await putGroup(pool, { group: "crew", name: `${secret}Crew` }, { tenant });
    for (const learner of ["ada", "bob", "cyd"]) {
      await putLearner(pool, { learner, name: `${secret}${learner}` }, { tenant });
      await enroll(pool, { learner, course: "fs" }, { tenant });
      const types = ["lesson.viewed", "lesson.completed"] as const;
      const facts = types.map((type) => ({ type, learner, lesson: "fs-1" }));
      await recordFacts(pool, { facts }, { tenant });
    }
    await exempt(pool, { learner: "cyd", course: "fs", reason: `${secret}reason` }, { tenant });
  }
  const isForeign = ({ name }: Caller) => name.includes("elsewhere") || name.includes("tenant");
  const elsewhere = callers.find(({ name }) => name === "administrator of elsewhere");
  if (elsewhere === undefined) throw new Error("The other tenant has an administrator.");
  return { callers: callers.filter((caller) => !isForeign(caller)), elsewhere };
}
