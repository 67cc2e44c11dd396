import { listApiKeys } from "@milepost/engine";
import type { Config } from "@milepost/server";
import type { Database } from "../database/openDatabase.ts";
import type { Terminal } from "../terminal/Terminal.ts";
import { findExample } from "./findExample.ts";
import { type Ready, readyText } from "./readyText.ts";

interface Announcement {
  readonly url: string;
  readonly config: Config;
  readonly database: Database;
  readonly seeded: Ready["seeded"];
  readonly json: boolean;
}

/** Says that the server is up: a block to read, or with `json` one document on one line. */
export async function announce(
  terminal: Terminal,
  { url, config, database, seeded, json }: Announcement,
): Promise<void> {
  const { kind, location, pool } = database;
  const { auth } = config;
  const open = auth.mode === "off";
  const reachable = open || auth.tokens !== undefined || (await hasKey(database));
  const example = await findExample(pool);
  const ready: Ready = { url, open, reachable, database: { kind, location }, seeded, example };
  const document = { ...ready, docs: `${url}/v1/docs`, pid: process.pid };
  terminal.out(json ? `${JSON.stringify(document)}\n` : `${readyText(ready)}\n`);
}

async function hasKey({ pool, kind }: Database): Promise<boolean> {
  // A server's own role may not list keys, and whoever set that up knows of them.
  if (kind === "PostgreSQL") return true;
  return (await listApiKeys(pool)).some(({ revokedAt }) => revokedAt === null);
}
