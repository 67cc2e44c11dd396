/** What a cell can hold; nothing where there is no value. */
export type CsvValue = string | number | boolean | Date | null | undefined;

/** A text that a spreadsheet would take for a formula, and carry out. */
const formula = /^[=+\-@\t\r]/;

/**
 * One record by RFC 4180, with its line end. A text that begins like a formula gets an apostrophe
 * in front: a learner's name must not run on an administrator's machine. Numbers stay numbers.
 */
export function csvRecord(values: readonly CsvValue[]): string {
  return `${values.map(cell).join(",")}\r\n`;
}

function cell(value: CsvValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== "string") return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
