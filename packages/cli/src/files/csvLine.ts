type CsvValue = string | number | boolean | Date | null | undefined;

/**
 * One record of a CSV file with its line end. Nothing is added against spreadsheet formulas: what
 * is exported is imported again, and has to be the same text.
 */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(csvField).join(",")}\n`;
}

function csvField(value: CsvValue): string {
  if (value === null || value === undefined) return "";
  const text = value instanceof Date ? value.toISOString() : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
