import { type GroupInput, putGroup } from "@milepost/engine";
import { FieldReader } from "../files/FieldReader.ts";
import type { ImportKind, ItemResult } from "./ImportKind.ts";

/** Columns of a groups file, in the order in which an export writes them. */
export const groupFields = ["group", "name", "kind"] as const;
const known: ReadonlySet<string> = new Set(groupFields);

/** Groups of learners, as by `PUT /v1/groups/{group}`. */
export const groupKind: ImportKind<GroupInput> = {
  fields: groupFields,
  required: ["group", "name"],
  chunk: 200,
  read(given) {
    const row = new FieldReader(given, known);
    return {
      group: row.requiredText("group"),
      name: row.requiredText("name"),
      kind: row.text("kind"),
    };
  },
  // Rows of one group stay in their order.
  learnerOf: ({ group }) => group,
  async send(db, items, scope) {
    const results: ItemResult[] = [];
    for (const item of items) {
      await putGroup(db, item, scope);
      results.push({ status: "recorded" });
    }
    return results;
  },
};
