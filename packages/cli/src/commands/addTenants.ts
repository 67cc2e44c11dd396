import { createTenant } from "@milepost/engine";
import type { Command } from "commander";
import { readSettings } from "../database/readSettings.ts";
import { withDatabase } from "../database/withDatabase.ts";
import { answering, type Session } from "../terminal/Session.ts";

/** `milepost tenants`: academies that never see each other's rows. */
export function addTenants(program: Command, session: Session): void {
  const tenants = program
    .command("tenants")
    .summary("open a tenant beside `default`")
    .description("A tenant sees its own courses, learners and keys, and nobody else's.");
  const command = tenants
    .command("create")
    .argument("<name>", "1 to 255 characters; it never changes")
    .summary("open a tenant")
    .option("--time-zone <zone>", "IANA zone in which deadlines without one are read", "UTC")
    .addHelpText(
      "after",
      `
Examples:
  $ milepost tenants create academy --time-zone Europe/Berlin
  $ milepost keys create --tenant academy --name course-site

Exit codes: 0 opened · 1 it exists, or the zone does not · 3 no database, or its role may not`,
    );
  answering<{ timeZone: string }>(session, command, async ({ options: { timeZone }, args }) => {
    const tenant = args[0] ?? "";
    await withDatabase(readSettings(session.terminal.env), ({ pool }) =>
      createTenant(pool, { tenant, timeZone }),
    );
    return { document: { tenant, timeZone }, text: `Tenant ${tenant} is open (${timeZone}).` };
  });
}
