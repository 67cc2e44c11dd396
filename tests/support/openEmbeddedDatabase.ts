import { readFile } from "node:fs/promises";
import { openEmbedded } from "@milepost/embedded";
import { inject } from "vitest";
import type { OpenDatabase } from "./useDatabase.ts";

/** The migrated embedded database, in memory, from the dump that the run made once. */
export async function openEmbeddedDatabase(): Promise<OpenDatabase> {
  const { embeddedDump, broken } = inject("testServer");
  if (embeddedDump === undefined) throw new Error(broken ?? "The embedded dump was not made.");
  const database = await openEmbedded({ loadFrom: await readFile(embeddedDump) });
  // One session, and it is a superuser's: the functions are what binds it to the owner's rights.
  return {
    app: database.pool,
    superuser: database.pool,
    databaseUrl: undefined,
    close: () => database.close(),
  };
}
