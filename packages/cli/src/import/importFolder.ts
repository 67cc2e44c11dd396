import { resolve } from "node:path";
import { readSettings } from "../database/readSettings.ts";
import { findExport } from "../export/findExport.ts";
import type { Answer } from "../terminal/Answer.ts";
import type { Terminal } from "../terminal/Terminal.ts";
import { importExport } from "./importExport.ts";
import { type ImportOptions, runImport } from "./runImport.ts";

/** Imports what `milepost export` wrote into a folder. @throws {@link CommandError} */
export function importFolder(
  terminal: Terminal,
  { directory, options }: { directory: string; options: ImportOptions },
): Promise<Answer> {
  const { format, files } = findExport(directory);
  const config = readSettings(terminal.env);
  const plan = { config, options, input: directory, files, beside: resolve(directory) };
  return runImport(terminal, plan, (run) => importExport(run, { format, files }));
}
