import type { Command } from "commander";

/** Adds the options that every import of rows has. */
export function withImportOptions(command: Command): Command {
  return command
    .option("--tenant <name>", "into which tenant", "default")
    .option("--rejects <file>", "where refused lines are listed (<input>.rejects.csv)")
    .option(
      "--journal <file>",
      "where it is kept how far the import has come (<input>.import.json)",
    )
    .option("--restart", "begin at the first line, whatever an earlier run has kept");
}
