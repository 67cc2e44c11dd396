import { mkdirSync, readdirSync } from "node:fs";
import { CommandError } from "../terminal/CommandError.ts";
import { exitCodes } from "../terminal/exitCodes.ts";
import { exportFiles } from "./exportFiles.ts";

const { outlines, learners, enrollments, events, seals } = exportFiles;
const ours: ReadonlySet<string> = new Set([
  outlines,
  learners,
  enrollments,
  seals,
  ...Object.values(events),
]);

/**
 * Makes the folder of an export, which names people: nobody else of this machine may read it. What
 * an export left that did not come to its end is written over; nothing else is.
 *
 * @throws {@link CommandError} where something stands in it
 */
export function prepareFolder(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const foreign = readdirSync(directory).find((name) => !ours.has(name));
  if (foreign === undefined) return;
  throw new CommandError(`${directory} is not empty: ${foreign} stands in it.`, {
    code: "folder_not_empty",
    exitCode: exitCodes.usage,
    hint: "Name a folder that is empty, or not there yet.",
  });
}
