import type { ProblemCode } from "../../http/problems.ts";

/** What naming a group can be refused for. */
export const groupRefusals: readonly ProblemCode[] = ["group_not_found"];
