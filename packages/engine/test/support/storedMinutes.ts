import { at } from "./at.ts";

/** A row of a view with its instants as minutes of {@link at} and its percentage as a number. */
export function storedMinutes(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (value instanceof Date) return [column, (value.getTime() - at(0).getTime()) / 60_000];
      if (column === "progress_percentage" && value !== null) return [column, Number(value)];
      return [column, value];
    }),
  );
}
