import type { Config } from "@milepost/server";
import type { Database } from "../database/openDatabase.ts";
import type { Terminal } from "../terminal/Terminal.ts";
import { findExample } from "./findExample.ts";
import { isReachable } from "./isReachable.ts";
import { type Ready, readyText } from "./readyText.ts";

interface Announcement {
  readonly url: string;
  readonly config: Config;
  readonly database: Database;
  readonly seeded: Ready["seeded"];
  /** The demo's course site; null where it is not served. */
  readonly site: { readonly path: string } | null;
  readonly json: boolean;
}

/** Says that the server of `milepost start` is up: a block to read, or one document on one line. */
export async function announce(
  terminal: Terminal,
  { url, config, database, seeded, site, json }: Announcement,
): Promise<void> {
  const { kind, location, pool } = database;
  const open = config.auth.mode === "off";
  const reachable = await isReachable(database, config);
  const example = await findExample(pool);
  const demo = site === null ? null : `${url}${site.path}`;
  const ready: Ready = {
    url,
    demo,
    open,
    reachable,
    database: { kind, location },
    seeded,
    example,
  };
  const document = { ...ready, docs: `${url}/v1/docs`, pid: process.pid };
  terminal.out(json ? `${JSON.stringify(document)}\n` : `${readyText(ready)}\n`);
}
