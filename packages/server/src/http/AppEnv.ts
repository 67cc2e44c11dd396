import type { Caller } from "../auth/Caller.ts";

/** What the parts of the server tell each other about a request. */
export interface AppEnv {
  Variables: {
    requestId: string;
    /** The path's template, for logs and metrics: the path itself names learners. */
    route: string;
    caller: Caller;
    /** What went wrong on our side, for the log. */
    failure: unknown;
  };
}
