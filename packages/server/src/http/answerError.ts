import type { Context } from "hono";
import type { AppEnv } from "./AppEnv.ts";
import { problemResponse } from "./problemResponse.ts";
import { toProblem } from "./toProblem.ts";

/** Answers whatever was thrown as a problem document, and leaves the problem for the log. */
export function answerError(error: unknown, c: Context<AppEnv>): Response {
  const problem = toProblem(error);
  c.set("problem", problem);
  return problemResponse(problem);
}
