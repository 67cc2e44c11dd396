/** Records of RFC 4180, with the quotes taken off as a spreadsheet takes them off. */
function recordsOf(text: string): string[][] {
  const records: string[][] = [[]];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/y;
  while (field.lastIndex < text.length) {
    const [, cell = "", end] = field.exec(text) ?? [];
    if (end === undefined) return [];
    const value = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    records.at(-1)?.push(value);
    if (end === "\r\n") records.push([]);
    // A comma at the very end has an empty cell behind it.
    else if (end === "," && field.lastIndex === text.length) records.at(-1)?.push("");
  }
  return records.filter((record) => record.length > 0);
}

const isNumber = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/**
 * What is wrong with a CSV file: cells that a spreadsheet would carry out, records of another
 * length than the first. Numbers stay numbers.
 */
export function formulasIn(text: string): string[] {
  const records = recordsOf(text);
  const [head] = records;
  if (head === undefined) return ["It is no CSV."];
  const uneven = records.filter(({ length }) => length !== head.length);
  const cells = records.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell) && !isNumber.test(cell));
  return [
    ...uneven.map(({ length }) => `A record has ${length} cells, the first ${head.length}.`),
    ...cells.map((cell) => `A cell begins like a formula: ${JSON.stringify(cell.slice(0, 60))}`),
  ];
}
