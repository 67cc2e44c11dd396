import { existsSync } from "node:fs";
import { join } from "node:path";
import type { FileFormat } from "../files/readRows.ts";
import { CommandError } from "../terminal/CommandError.ts";
import { exitCodes } from "../terminal/exitCodes.ts";
import { exportFiles } from "./exportFiles.ts";

/** A folder that `milepost export` wrote. */
export interface ExportFolder {
  /** Of the events; the rest has one each. */
  readonly format: FileFormat;
  /** Paths by name, without the manifest. */
  readonly files: Readonly<Record<string, string>>;
}

/** What stands in the folder. @throws {@link CommandError} where that is no whole export */
export function findExport(directory: string): ExportFolder {
  const has = (name: string) => existsSync(join(directory, name));
  const { manifest, events, ...others } = exportFiles;
  const format = has(events.csv) ? "csv" : "ndjson";
  const names = [...Object.values(others), events[format]];
  const missing = [manifest, ...names].find((name) => !has(name));
  if (missing === undefined) {
    const files = Object.fromEntries(names.map((name) => [name, join(directory, name)]));
    return { format, files };
  }
  throw new CommandError(`${directory} is no complete export: it has no ${missing}.`, {
    code: "export_incomplete",
    exitCode: exitCodes.usage,
    hint: "`milepost export` writes one; for files of your own, see `milepost import --help`.",
  });
}
