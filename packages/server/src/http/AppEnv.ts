import type { Caller } from "../auth/Caller.ts";
import type { Problem } from "./Problem.ts";

/** What the parts of the server tell each other about a request. */
export interface AppEnv {
  Variables: {
    requestId: string;
    /** The path's template, for logs and metrics: the path itself names learners. */
    route: string;
    caller: Caller;
    /** What was answered instead, for the log. */
    problem: Problem;
  };
}
