import { z } from "@hono/zod-openapi";

/** What a report says of itself: the same in every row, so it stands behind the rest. */
const headFields = [
  ...["asOf", "definition", "group", "membership"],
  ...["enrolledFrom", "enrolledBefore"],
];

/**
 * The columns of an answer as CSV: the names of its fields, those of a part behind the part's name
 * (`matured.rate` is `maturedRate`). Fields of its items come first, under their own names, and
 * what it says of itself last.
 */
export function csvColumns(answer: z.ZodType): string[] {
  if (!(answer instanceof z.ZodObject)) throw new Error("Only an object has columns.");
  const { items, next, ...rest } = answer.shape;
  const names = Object.keys(rest);
  const columns = (those: string[]) => those.flatMap((name) => columnsOf(answer.shape[name], name));
  return [
    ...(items instanceof z.ZodArray ? columnsOf(items, "") : []),
    ...columns(names.filter((name) => !headFields.includes(name))),
    ...columns(names.filter((name) => headFields.includes(name))),
  ];
}

function columnsOf(field: unknown, name: string): string[] {
  if (field instanceof z.ZodOptional) return columnsOf(field.unwrap(), name);
  if (field instanceof z.ZodArray) return columnsOf(field.element, name);
  if (!(field instanceof z.ZodObject)) return [name];
  return Object.entries(field.shape).flatMap(([part, value]) =>
    columnsOf(value, joinName(name, part)),
  );
}

/** `matured` and `rate` as `maturedRate`. */
export function joinName(before: string, name: string): string {
  return before === "" ? name : before + name.charAt(0).toUpperCase() + name.slice(1);
}
