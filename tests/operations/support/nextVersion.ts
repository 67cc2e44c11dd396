import { appendFile, cp, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sqlDirectory } from "../../../packages/engine/src/migration/sqlDirectory.ts";

/**
 * Puts the schema of a version after this one into a folder: every function has another text, and
 * there are migrations more.
 *
 * @param ahead - by how many versions: the one before it has a migration less
 */
export async function nextVersion(folder: string, ahead = 1): Promise<URL> {
  const sql = join(folder, `sql-${ahead}`);
  await cp(sqlDirectory, sql, { recursive: true });
  const objects = await readdir(join(sql, "functions"), { recursive: true });
  const files = objects.filter((name) => name.endsWith(".sql"));
  const remark = `-- Version ${ahead} from now.\n`;
  for (const name of files) await appendFile(join(sql, "functions", name), remark);
  for (let version = 1; version <= ahead; version++) {
    const number = 9000 + version;
    const migration = `alter table milepost.course add column next_version_${version} text;\n`;
    await writeFile(join(sql, `migrations/${number}_next_version.sql`), migration);
  }
  return pathToFileURL(`${sql}/`);
}
