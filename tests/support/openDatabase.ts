import { openServerDatabase } from "./openServerDatabase.ts";
import type { DatabaseKind, OpenDatabase } from "./useDatabase.ts";

/** A database for the caller to close: migrated, or with `empty` one that nothing has touched. */
export function openDatabase(
  kind: DatabaseKind,
  options: { empty?: boolean } = {},
): Promise<OpenDatabase> {
  switch (kind) {
    case "PostgreSQL":
      return openServerDatabase(options);
  }
}
