import type { OutlineInput } from "@milepost/engine";
import { FieldReader } from "../files/FieldReader.ts";
import type { Fields } from "../files/readCsv.ts";
import type { RowKind } from "../files/readRows.ts";
import { readOutline } from "./readOutline.ts";

/** One version of a course's outline, as an export has it. */
export interface ExportedOutline extends OutlineInput {
  readonly outlineVersion: number;
  /** When it was put. */
  readonly at: Date;
}

/** A line of `outlines.ndjson`. @throws {@link FieldFault} */
export function readExportedOutline(given: Fields): ExportedOutline {
  const fields = new FieldReader(given, new Set(Object.keys(given)));
  return {
    ...readOutline(given, { also: ["outlineVersion", "at"] }),
    outlineVersion: fields.integer("outlineVersion", 1) ?? fields.missing("outlineVersion"),
    at: fields.instant("at") ?? fields.missing("at"),
  };
}

/** How `outlines.ndjson` is read. */
export const outlineKind: RowKind<ExportedOutline> = {
  fields: [],
  required: [],
  read: readExportedOutline,
};
