import type { z } from "@hono/zod-openapi";
import { type RefusalCode, refusals } from "@milepost/engine";
import { type FieldError, Problem } from "./Problem.ts";

/** Enough to mend a request by: 2,000 wrong lessons are not answered with 2,000 lines. */
const mostErrors = 100;

/**
 * The value as its schema reads it.
 *
 * @param where - `body`, `query`, `path` or `item`: begins each error's path
 * @throws {@link Problem} `request_invalid`, or the one refusal that all that is wrong comes to
 */
export function parse<S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { issues } = result.error;
  const errors = issues.flatMap((issue) => fieldErrors(issue, where)).slice(0, mostErrors);
  const [only, ...others] = new Set(issues.map(refusalOf));
  const code = only === undefined || others.length > 0 ? "request_invalid" : only;
  const [first] = errors;
  throw new Problem(code, { detail: first && `${first.path}: ${first.message}`, errors });
}

/** What the engine would call what is wrong, where a schema says so by `params`. */
function refusalOf(issue: z.core.$ZodIssue): RefusalCode | undefined {
  const refusal: unknown = issue.code === "custom" ? issue.params?.refusal : undefined;
  return typeof refusal === "string" && Object.hasOwn(refusals, refusal)
    ? (refusal as RefusalCode)
    : undefined;
}

function fieldErrors(issue: z.core.$ZodIssue, where: string): FieldError[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: pathOf([...issue.path, key], where),
      message: "There is no such field.",
    }));
  }
  return [{ path: pathOf(issue.path, where), message: issue.message }];
}

function pathOf(path: readonly PropertyKey[], where: string): string {
  return path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : `${text}.${String(key)}`),
    where,
  );
}
