import { createApiKey, type KeyRole, listApiKeys, revokeApiKey } from "@milepost/engine";
import { type Command, Option } from "commander";
import { readSettings } from "../database/readSettings.ts";
import { withDatabase } from "../database/withDatabase.ts";
import { instantOf } from "../files/instantOf.ts";
import { CommandError } from "../terminal/CommandError.ts";
import { exitCodes } from "../terminal/exitCodes.ts";
import { answering, type Session } from "../terminal/Session.ts";
import { textTable } from "../terminal/textTable.ts";

/** `milepost keys`: who may call the API. */
export function addKeys(program: Command, session: Session): void {
  const keys = program
    .command("keys")
    .summary("create, list and revoke API keys")
    .description(`\
API keys are for programs. A \`service\` key writes facts for any learner of its tenant; an
\`administrator\` key reads reports and manages enrollments. The embedded database takes one
process at a time, so stop the service first; on DATABASE_URL it may run on.`);
  addCreate(keys, session);
  addList(keys, session);
  addRevoke(keys, session);
}

type CreateOptions = { name: string; role: KeyRole; expires?: string; tenant: string };

function addCreate(keys: Command, session: Session): void {
  const command = keys
    .command("create")
    .summary("make a key, and show it this once")
    .description("Makes a key and shows it this once: only its SHA-256 is stored.")
    .requiredOption("--name <name>", "what tells it apart for people")
    .addOption(
      new Option("--role <role>", "what it may do")
        .choices(["service", "administrator"])
        .default("service"),
    )
    .option("--expires <instant>", "when it stops working, such as 2027-01-01T00:00:00Z")
    .option("--tenant <name>", "whose key", "default")
    .addHelpText(
      "after",
      `
Examples:
  $ milepost keys create --name course-site
  $ MILEPOST_KEY=$(milepost keys create --name reports --role administrator --json | jq -r .key)

Exit codes: 0 made · 1 refused · 2 usage · 3 no database, or its role may not`,
    );
  answering<CreateOptions>(session, command, async ({ options }) => {
    const { name, role, tenant } = options;
    const expiresAt = readExpiry(options.expires);
    const made = await withDatabase(readSettings(session.terminal.env), ({ pool }) =>
      createApiKey(pool, { name, role, expiresAt }, { tenant }),
    );
    const document = { ...made, name, role, tenant, expiresAt: expiresAt ?? null };
    const text = `${made.key}\n\nKey ${made.id}, "${name}", role ${role}. It is not shown again.`;
    return { document, text };
  });
}

function readExpiry(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const instant = instantOf(text);
  if (instant !== null) return instant;
  throw new CommandError("--expires has to be an instant, such as 2027-01-01T00:00:00Z.", {
    code: "usage",
    exitCode: exitCodes.usage,
  });
}

function addList(keys: Command, session: Session): void {
  const command = keys
    .command("list")
    .summary("list the keys, revoked ones too")
    .option("--tenant <name>", "whose keys", "default")
    .addHelpText(
      "after",
      `
Examples:
  $ milepost keys list --tenant academy

Exit codes: 0 listed · 3 no database, or its role may not`,
    );
  answering<{ tenant: string }>(session, command, async ({ options: { tenant } }) => {
    const items = await withDatabase(readSettings(session.terminal.env), ({ pool }) =>
      listApiKeys(pool, { tenant }),
    );
    const rows = items.map(({ id, name, role, prefix, createdAt, expiresAt, revokedAt }) => {
      const times = [createdAt, expiresAt, revokedAt].map((at) => at?.toISOString() ?? "");
      return [id, name, role, `${prefix}…`, ...times];
    });
    const head = ["id", "name", "role", "key", "created", "expires", "revoked"];
    const text = rows.length === 0 ? "There is no key." : textTable(head, rows);
    return { document: { tenant, items }, text };
  });
}

function addRevoke(keys: Command, session: Session): void {
  const command = keys
    .command("revoke")
    .argument("<id>", "number of the key, as `keys list` shows it")
    .summary("revoke a key for good")
    .description(
      "Revokes a key for good; a running server takes it for another five seconds at most.",
    )
    .option("--tenant <name>", "whose key", "default")
    .addHelpText(
      "after",
      `
Examples:
  $ milepost keys revoke 7

Exit codes: 0 revoked, now or before · 1 no such key · 3 no database, or its role may not`,
    );
  answering<{ tenant: string }>(session, command, async ({ options: { tenant }, args }) => {
    const id = args[0] ?? "";
    const revokedAt = await withDatabase(readSettings(session.terminal.env), ({ pool }) =>
      revokeApiKey(pool, { id }, { tenant }),
    );
    const text = `Key ${id} is revoked since ${revokedAt.toISOString()}.`;
    return { document: { id, tenant, revokedAt }, text };
  });
}
