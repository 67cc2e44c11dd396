import type { ImportKind } from "../import/ImportKind.ts";
import { FieldFault } from "./FieldReader.ts";
import type { Row } from "./Row.ts";
import { readCsv } from "./readCsv.ts";
import { readLines } from "./readLines.ts";
import { readNdjson } from "./readNdjson.ts";

export type FileFormat = "csv" | "ndjson";

/** How the rows of a kind of file are read. */
export type RowKind<T> = Pick<ImportKind<T>, "fields" | "required" | "read">;

export interface RowOptions<T> {
  readonly kind: RowKind<T>;
  readonly format: FileFormat;
  /**
   * Rows that end at this line or before it are passed over: they were imported by an earlier run.
   */
  readonly afterLine: number;
}

/** Rows of a file of some kind, in bounded memory. A row that says nothing tells why. */
export async function* readRows<T>(
  input: AsyncIterable<Uint8Array>,
  { kind, format, afterLine }: RowOptions<T>,
): AsyncGenerator<Row<T>> {
  const lines = readLines(input);
  const columns = { columns: kind.fields, required: kind.required };
  const records = format === "csv" ? readCsv(lines, columns) : readNdjson(lines);
  for await (const record of records) {
    if (record.lastLine <= afterLine) continue;
    yield record.fault === undefined ? readValue(record, kind) : record;
  }
}

function readValue<T>(
  record: Row<Readonly<Record<string, unknown>>> & { fault?: undefined },
  kind: RowKind<T>,
): Row<T> {
  // Named one by one: spread, they cost as much as reading the value.
  const { line, lastLine, text, end, value } = record;
  try {
    return { line, lastLine, text, end, value: kind.read(value) };
  } catch (error) {
    if (error instanceof FieldFault) return { line, lastLine, text, end, fault: error.message };
    throw error;
  }
}
