import { createDashboard } from "@milepost/dashboard";
import { createDemoSite, type DemoSite } from "@milepost/demo-site";
import { migrate } from "@milepost/engine";
import { type Config, ConfigError, readConfig } from "@milepost/server";
import type { Command } from "commander";
import { openDatabase } from "../database/openDatabase.ts";
import { readSettings } from "../database/readSettings.ts";
import { announce } from "../serving/announce.ts";
import { seedOnce } from "../serving/seedOnce.ts";
import { serveUntilStopped } from "../serving/serveUntilStopped.ts";
import { answering, type Session } from "../terminal/Session.ts";

type Options = { demo?: boolean; json?: true };

/** `milepost start`: a running service with nothing set up, for trying and developing. */
export function addStart(program: Command, session: Session): void {
  const command = program
    .command("start")
    .summary("a running service with nothing set up: embedded database, demo, open on this machine")
    .description(`\
Opens the embedded database in MILEPOST_DATA (./.milepost), or DATABASE_URL; brings its schema
up to date; writes a demo into an empty embedded database; serves the API on HOST and PORT, the
dashboard at /admin, and with the demo a course site at /demo.
Without MILEPOST_AUTH and token settings it is open: no key is asked for, on this machine only.`)
    .option("--demo", "write the demo into DATABASE_URL too, while it has no course")
    .option("--no-demo", "start with an empty database")
    .addHelpText(
      "after",
      `
Examples:
  $ milepost start
  $ PORT=0 MILEPOST_DATA=/tmp/try milepost start --no-demo
  $ DATABASE_URL=postgres://localhost/academy MILEPOST_AUTH=keys milepost start

Exit codes: 0 stopped by Ctrl-C or SIGTERM · 2 configuration, or the port is taken
            3 no database`,
    );
  answering<Options>(session, command, async ({ options }) => {
    const { terminal } = session;
    const config = readDevelopmentSettings(terminal.env);
    const database = await openDatabase(config, { forServing: true });
    try {
      await migrate(database.pool);
      const wanted = options.demo ?? database.kind === "embedded";
      const seeded = wanted ? await seedOnce(database.pool, terminal) : null;
      const site = wanted && config.auth.mode === "off" ? await createDemoSite() : null;
      await serveUntilStopped(terminal, { database, ...withSites(config, site) }, (url) =>
        announce(terminal, { url, config, database, seeded, site, json: options.json === true }),
      );
    } finally {
      await database.close();
    }
    return undefined;
  });
}

/**
 * The dashboard beside the API, and the demo's course site, of whose learners the API then takes
 * the tokens.
 */
function withSites(config: Config, site: DemoSite | null) {
  const dashboard = createDashboard({ signIn: config.signIn });
  if (site === null) return { config, sites: [dashboard] };
  const auth = { mode: "off" as const, tokens: site.tokens };
  return { config: { ...config, auth }, sites: [dashboard, site] };
}

const accessSettings = [
  "MILEPOST_AUTH",
  "MILEPOST_JWKS_URL",
  "MILEPOST_JWKS",
  "MILEPOST_OIDC_ISSUER",
];

/**
 * Open where nothing is said about access and only this machine can connect; else as configured.
 */
function readDevelopmentSettings(env: Readonly<Record<string, string | undefined>>): Config {
  if (accessSettings.some((name) => env[name]?.trim())) return readSettings(env);
  try {
    return readConfig({ ...env, MILEPOST_AUTH: "off" });
  } catch (error) {
    // HOST can be reached from elsewhere, or something else is wrong: both are said of `env`
    // itself.
    if (error instanceof ConfigError) return readSettings(env);
    throw error;
  }
}
