import { openEmbedded } from "@milepost/embedded";
import { embeddedDump } from "./embeddedDump.ts";
import type { OpenDatabase } from "./useDatabase.ts";

/** The migrated embedded database, in memory. */
export async function openEmbeddedDatabase(): Promise<OpenDatabase> {
  const { pool, close } = await openEmbedded({ loadFrom: await embeddedDump() });
  // One session, and it is a superuser's: the functions are what binds it to the owner's rights.
  return { app: pool, superuser: pool, databaseUrl: undefined, close };
}
