import { randomBytes } from "node:crypto";
import { chmod, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "@milepost/server";
import type { Database } from "../database/openDatabase.ts";
import { CommandError } from "../terminal/CommandError.ts";
import { exitCodes } from "../terminal/exitCodes.ts";

const keyBytes = 32;

/**
 * The configuration with a key for webhooks, where none is configured and the database is the
 * embedded one: its folder is of one server alone, so a random key is kept there. Servers of one
 * PostgreSQL have to be given the same.
 *
 * @throws {@link CommandError} where the file is not as it was written
 */
export async function withWebhookKey(config: Config, { kind }: Database): Promise<Config> {
  if (config.webhooks.key !== null || kind !== "embedded") return config;
  const path = join(config.dataDirectory, "webhook-key");
  const key = (await readKey(path)) ?? (await makeKey(path));
  return { ...config, webhooks: { ...config.webhooks, key } };
}

async function readKey(path: string): Promise<Buffer | null> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  const key = Buffer.from(text.trim(), "base64");
  if (key.length === keyBytes) return key;
  throw new CommandError(`${path} does not hold the key that was written there.`, {
    code: "webhook_key_damaged",
    exitCode: exitCodes.usage,
    hint: "Put it back, or delete it and give every webhook a new secret by rotate-secret.",
  });
}

/** Under another name first: a process that dies meanwhile leaves no half of a key. */
async function makeKey(path: string): Promise<Buffer> {
  const key = randomBytes(keyBytes);
  const begun = `${path}.new`;
  await writeFile(begun, `${key.toString("base64")}\n`, { mode: 0o600 });
  // A file that was there already keeps the mode it had.
  await chmod(begun, 0o600);
  await rename(begun, path);
  return key;
}
