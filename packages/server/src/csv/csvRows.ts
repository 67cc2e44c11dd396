import { joinName } from "./csvColumns.ts";
import type { CsvValue } from "./csvRecord.ts";

export type CsvRow = Readonly<Record<string, CsvValue>>;

/**
 * An answer as rows, under the names that `csvColumns` gives: a row an item, and of an item or an
 * answer with a list in it a row an entry, which all say the rest again. A list with nothing in it
 * still leaves its item a row; an answer without items has none.
 */
export function csvRows(answer: object): CsvRow[] {
  if (!("items" in answer) || !Array.isArray(answer.items)) return expand(answer, "");
  const { items, ...rest } = answer;
  const own = scalarsOf(rest, "");
  return items.flatMap((item) => expand(item, "").map((row) => ({ ...row, ...own })));
}

function expand(value: object, name: string): CsvRow[] {
  const own = scalarsOf(value, name);
  const lists = Object.entries(value).filter(([, part]) => Array.isArray(part));
  const [[list, entries] = ["", []]] = lists;
  if (entries.length === 0) return [own];
  return entries.map((entry: object) => ({ ...own, ...scalarsOf(entry, joinName(name, list)) }));
}

function scalarsOf(value: object, name: string): CsvRow {
  const cells = Object.entries(value).flatMap(([part, inner]): [string, CsvValue][] => {
    const column = joinName(name, part);
    if (Array.isArray(inner)) return [];
    const isPart = typeof inner === "object" && inner !== null && !(inner instanceof Date);
    return isPart ? Object.entries(scalarsOf(inner, column)) : [[column, inner]];
  });
  return Object.fromEntries(cells);
}
