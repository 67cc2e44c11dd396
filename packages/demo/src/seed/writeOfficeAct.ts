import {
  enroll,
  exempt,
  putLearner,
  putOutline,
  type Queryable,
  retake,
  withdraw,
} from "@milepost/engine";
import type { Act, EnrollAct, FactAct } from "../history/Act.ts";

/** Who acts for the academy, in the ledger. */
export const OFFICE = "training-office";

/** Acts that are written one by one. */
export type OfficeAct = Exclude<Act, EnrollAct | FactAct>;

/**
 * Writes one act as if its time were the present, so that the ledger reads as if it had been kept
 * all along.
 */
export async function writeOfficeAct(
  db: Queryable,
  act: OfficeAct,
  { tenant }: { tenant: string | undefined },
): Promise<void> {
  const scope = { tenant, now: act.at, actor: OFFICE };
  switch (act.kind) {
    case "outline":
      await putOutline(db, act.outline, scope);
      break;
    case "learner":
      await putLearner(db, act.profile, scope);
      break;
    case "deadline":
      await enroll(db, { course: act.course, learner: act.learner, due: act.due }, scope);
      break;
    case "withdraw":
      await withdraw(db, act, scope);
      break;
    case "exempt":
      await exempt(db, act, scope);
      break;
    case "retake":
      await retake(db, { course: act.course, learner: act.learner, due: act.due }, scope);
      break;
  }
}
