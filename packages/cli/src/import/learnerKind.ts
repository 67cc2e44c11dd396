import { type LearnerInput, putLearner } from "@milepost/engine";
import { FieldReader } from "../files/FieldReader.ts";
import type { ImportKind, ItemResult } from "./ImportKind.ts";

/** Columns of a learners file, in the order in which an export writes them. */
export const learnerFields = ["learner", "name", "email", "locale", "timeZone"] as const;
const known: ReadonlySet<string> = new Set(learnerFields);

/** Profiles. A column that the file has not is cleared, as by `PUT /v1/learners/{learner}`. */
export const learnerKind: ImportKind<LearnerInput> = {
  fields: learnerFields,
  required: ["learner"],
  chunk: 200,
  read(given) {
    const row = new FieldReader(given, known);
    return {
      learner: row.requiredText("learner"),
      name: row.text("name"),
      email: row.text("email"),
      locale: row.text("locale"),
      timeZone: row.text("timeZone"),
    };
  },
  learnerOf: ({ learner }) => learner,
  // The engine has one call a profile. A call that is refused stops
  // the chunk; it is then sent again in halves, and only that row fails.
  async send(db, items, scope) {
    const results: ItemResult[] = [];
    for (const item of items) {
      await putLearner(db, item, scope);
      results.push({ status: "recorded" });
    }
    return results;
  },
};
