export { runMilepost } from "./runMilepost.ts";
export { type ExitCode, exitCodes } from "./terminal/exitCodes.ts";
export type { Terminal } from "./terminal/Terminal.ts";
