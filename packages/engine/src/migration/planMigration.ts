import { MigrationError } from "./MigrationError.ts";
import type { SqlFile, SqlFiles } from "./readSqlFiles.ts";

/** One row of the bookkeeping. */
export interface AppliedFile {
  readonly name: string;
  readonly sha256: string;
}

export interface MigrationPlan {
  readonly migrations: readonly SqlFile[];
  readonly objects: readonly SqlFile[];
  /**
   * Function and view files that this program no longer has. Their objects stay; only the row goes.
   */
  readonly forgotten: readonly string[];
}

/**
 * What is to be applied to a database that has `applied` behind it. Decides alone, touches nothing.
 *
 * After a migration every function and view is applied again, changed or not, so that
 * a migration may drop whichever of them stands in its way.
 *
 * @throws {@link MigrationError} where the database is newer than this program, an applied
 * migration has been edited, or a new one is numbered below an applied one
 */
export function planMigration(files: SqlFiles, applied: readonly AppliedFile[]): MigrationPlan {
  const shaOf = new Map(applied.map(({ name, sha256 }) => [name, sha256]));
  refuseNewerDatabase(files, applied);
  refuseEdited(files, shaOf);

  const migrations = files.migrations.filter(({ name }) => !shaOf.has(name));
  refuseLate(files, migrations);

  const objects =
    migrations.length > 0
      ? files.objects
      : files.objects.filter(({ name, sha256 }) => shaOf.get(name) !== sha256);

  const known = new Set([...files.migrations, ...files.objects].map(({ name }) => name));
  const forgotten = applied.map(({ name }) => name).filter((name) => !known.has(name));
  return { migrations, objects, forgotten };
}

function refuseNewerDatabase(files: SqlFiles, applied: readonly AppliedFile[]): void {
  const known = new Set(files.migrations.map(({ name }) => name));
  const unknown = applied
    .map(({ name }) => name)
    .filter((name) => name.startsWith("migrations/") && !known.has(name));
  if (unknown.length === 0) return;
  throw new MigrationError(
    `The database is newer than this program: it has had ${unknown.join(", ")}, ` +
      "which this program does not know. Run the newer program, or restore a backup from before.",
  );
}

function refuseEdited(files: SqlFiles, shaOf: ReadonlyMap<string, string>): void {
  for (const { name, sha256 } of files.migrations) {
    const was = shaOf.get(name);
    if (was === undefined || was === sha256) continue;
    throw new MigrationError(
      "This migration was edited after it had been applied here. Put its text back, " +
        "and state the change in a new migration.",
      { file: name },
    );
  }
}

/** Applied out of order it would meet tables that its author never saw. */
function refuseLate({ migrations }: SqlFiles, pending: readonly SqlFile[]): void {
  const [first] = pending;
  const last = migrations.findLast((migration) => !pending.includes(migration));
  if (first === undefined || last === undefined || first.name > last.name) return;
  throw new MigrationError(`Numbered below ${last.name}, which is applied already: renumber it.`, {
    file: first.name,
  });
}
