import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "@milepost/server";

/** Whether the embedded database was ever made in its folder. */
export function hasEmbedded({ dataDirectory }: Config): boolean {
  return existsSync(join(dataDirectory, "postgres"));
}
