import { Problem } from "./Problem.ts";
import { problemResponse } from "./problemResponse.ts";

/** Answers a request that could not even be read as one, such as without a Host header. */
export function answerUnreadable(error: unknown): Response {
  return problemResponse(new Problem("request_invalid", { cause: error }));
}
