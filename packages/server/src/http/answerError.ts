import type { Context } from "hono";
import type { AppEnv } from "./AppEnv.ts";
import { problemResponse } from "./problemResponse.ts";
import { toProblem } from "./toProblem.ts";

/** Answers whatever was thrown as a problem document; what is our fault is left for the log. */
export function answerError(error: unknown, c: Context<AppEnv>): Response {
  const problem = toProblem(error);
  if (problem.kind.status >= 500) c.set("failure", problem.cause ?? error);
  return problemResponse(problem);
}
