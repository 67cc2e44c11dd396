import { createDashboard } from "@milepost/dashboard";
import { migrate } from "@milepost/engine";
import type { Config } from "@milepost/server";
import type { Command } from "commander";
import { openDatabase } from "../database/openDatabase.ts";
import { readSettings } from "../database/readSettings.ts";
import { requireDatabase } from "../database/requireDatabase.ts";
import { requireMigrated } from "../database/requireMigrated.ts";
import { isReachable } from "../serving/isReachable.ts";
import { serveUntilStopped } from "../serving/serveUntilStopped.ts";
import { CommandError } from "../terminal/CommandError.ts";
import { exitCodes } from "../terminal/exitCodes.ts";
import { answering, type Session } from "../terminal/Session.ts";

type Options = { migrate?: true; json?: true };

/** `milepost serve`: the service in operation. */
export function addServe(program: Command, session: Session): void {
  const command = program
    .command("serve")
    .summary("the service in operation: API keys or tokens, a migrated database")
    .description(`\
Serves the API on HOST and PORT from DATABASE_URL, or from the embedded database in
MILEPOST_DATA, and the dashboard at /admin. Every request carries an API key
(\`milepost keys create\`) or a token (MILEPOST_JWKS_URL); administrators sign in to the
dashboard by OpenID Connect (MILEPOST_OIDC_ISSUER and what belongs to it). It starts on a
migrated database only, so that its role need be no more than a member of milepost_app. SIGTERM
and Ctrl-C let requests under way be answered, then end it.`)
    .option("--migrate", "bring the schema up to date first, which takes a role that may")
    .addHelpText(
      "after",
      `
Examples:
  $ DATABASE_URL=postgres://milepost@db.example/academy HOST=0.0.0.0 milepost serve
  $ milepost serve --migrate

Exit codes: 0 stopped · 2 configuration, or the port is taken · 3 no database, or not migrated`,
    );
  answering<Options>(session, command, async ({ options }) => {
    const { terminal } = session;
    const config = requireAccess(readSettings(terminal.env));
    if (!options.migrate) requireDatabase(config);
    const database = await openDatabase(config, { forServing: true });
    try {
      if (options.migrate) await migrate(database.pool);
      else await requireMigrated(database);
      const sites = [createDashboard({ signIn: config.signIn })];
      await serveUntilStopped(terminal, { config, database, sites }, async (url) => {
        if (!(await isReachable(database, config))) terminal.err(nobodyGetsIn);
        const { kind, location } = database;
        const ready = { url, database: { kind, location }, pid: process.pid };
        if (options.json) terminal.out(`${JSON.stringify(ready)}\n`);
      });
    } finally {
      await database.close();
    }
    return undefined;
  });
}

const nobodyGetsIn = `\
There is no API key and no token is configured, so nobody can call this server. Stop it, and run
\`milepost keys create --name first\`.
`;

function requireAccess(config: Config): Config {
  if (config.auth.mode !== "off") return config;
  throw new CommandError("MILEPOST_AUTH=off serves everyone, so `milepost serve` does not start.", {
    code: "access_open",
    exitCode: exitCodes.usage,
    hint: "Unset MILEPOST_AUTH, or use `milepost start` for development on this machine.",
  });
}
