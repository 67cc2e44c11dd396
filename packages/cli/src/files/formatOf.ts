import { extname } from "node:path";
import { CommandError } from "../terminal/CommandError.ts";
import { exitCodes } from "../terminal/exitCodes.ts";
import type { FileFormat } from "./readRows.ts";

const byEnding: Readonly<Record<string, FileFormat>> = {
  ".csv": "csv",
  ".tsv": "csv",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
};

/** The format that a file's name tells. @throws {@link CommandError} where it tells none */
export function formatOf(path: string): FileFormat {
  const format = byEnding[extname(path).toLowerCase()];
  if (format !== undefined) return format;
  throw new CommandError(`${path} ends in none of ${Object.keys(byEnding).join(", ")}.`, {
    code: "format_unknown",
    exitCode: exitCodes.usage,
    hint: "Say which it is: --format csv or --format ndjson.",
  });
}
