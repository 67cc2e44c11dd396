import { migrate } from "@milepost/engine";
import type { Command } from "commander";
import { openDatabase } from "../database/openDatabase.ts";
import { readSettings } from "../database/readSettings.ts";
import { answering, type Session } from "../terminal/Session.ts";

/** `milepost migrate`: brings the database to the schema of this program. */
export function addMigrate(program: Command, session: Session): void {
  const command = program
    .command("migrate")
    .summary("create the schema, or bring it up to date")
    .description(`\
Creates the schema in the database, or brings it up to date: each migration once, in order, in a
transaction of its own. May run from several places at once; one works, the others wait.
DATABASE_URL has to be of a role that may create roles and schemas (the first time), such as the
owner of the database; \`milepost serve\` then needs no more than a member of milepost_app.`)
    .option("--plan", "say what would be applied, and change nothing")
    .addHelpText(
      "after",
      `
Examples:
  $ milepost migrate --plan
  $ DATABASE_URL=postgres://owner@db.example/academy milepost migrate

Exit codes: 0 up to date now; with --plan, told what is not · 2 configuration
            3 unreachable, or a migration failed`,
    );
  answering<{ plan?: true }>(session, command, async ({ options }) => {
    const config = readSettings(session.terminal.env);
    // Asking what would be applied must not make a database: one in memory lacks the same files.
    const database = await openDatabase(config, { orInMemory: options.plan === true });
    try {
      const { applied, pending } = await migrate(database.pool, { plan: options.plan });
      const { location } = database;
      const text = options.plan ? planText(pending, location) : appliedText(applied, location);
      return { document: { database: location, applied, pending }, text };
    } finally {
      await database.close();
    }
  });
}

function planText(pending: readonly string[], location: string): string {
  if (pending.length === 0) return `${location} is up to date.`;
  const list = pending.map((file) => `  ${file}`).join("\n");
  return `${location} lacks ${pending.length} files of the schema:\n${list}`;
}

function appliedText(applied: readonly string[], location: string): string {
  if (applied.length === 0) return `${location} was up to date already.`;
  return `${location} is up to date: ${applied.length} files of the schema applied.`;
}
