import { RequestError } from "@hono/node-server";
import type { Logger } from "pino";
import { Problem } from "./Problem.ts";
import { problemResponse } from "./problemResponse.ts";

/** Answers what never became a request of the app's, such as one without a usable Host header. */
export function answerUnreadable(logger: Logger): (error: unknown) => Response {
  return (error) => {
    if (error instanceof RequestError) {
      return problemResponse(new Problem("request_invalid", { detail: error.message }));
    }
    logger.error({ err: error }, "request failed outside of the app");
    return problemResponse(new Problem("internal_error"));
  };
}
