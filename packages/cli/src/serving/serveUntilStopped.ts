import { once } from "node:events";
import { type Config, createLogger, type Site, serve } from "@milepost/server";
import type { Database } from "../database/openDatabase.ts";
import type { Terminal } from "../terminal/Terminal.ts";
import { withWebhookKey } from "./withWebhookKey.ts";

/**
 * Serves the API until the terminal says stop, then lets requests under way be answered. The log
 * goes to standard error: standard output has the answer alone.
 *
 * @param ready - called once it listens, with the address
 */
export async function serveUntilStopped(
  terminal: Terminal,
  {
    config: given,
    database,
    sites,
  }: { config: Config; database: Database; sites?: readonly Site[] | undefined },
  ready: (url: string) => Promise<void>,
): Promise<void> {
  const config = await withWebhookKey(given, database);
  const logger = createLogger(config.logLevel, { write: terminal.err });
  const serving = await serve({ config, pool: database.pool, logger, sites });
  try {
    await ready(serving.url);
    if (!terminal.stop.aborted) await once(terminal.stop, "abort");
  } finally {
    await serving.close();
  }
}
