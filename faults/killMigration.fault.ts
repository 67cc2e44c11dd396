import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { migrate } from "@milepost/engine";
import pg from "pg";
import { describeRun } from "../bench/support.ts";
import { findServer } from "../tests/support/findServer.ts";
import { Postgres } from "./support/Postgres.ts";
import { printFault } from "./support/runFault.ts";

const run = promisify(execFile);

/** At each statement of the migrations, and every tenth of the functions: one transaction. */
const [stride, functionStride] = [1, 10].map((usual) =>
  Number(process.env.FAULT_STRIDE ?? usual),
) as [number, number];

/** Counts statements that change the schema, across transactions that fail, and ends the one. */
const counter = `
  create schema fault;
  create sequence fault.statement;
  create table fault.deadly (statement bigint);
  insert into fault.deadly values (0);
  create function fault.count() returns event_trigger
    language plpgsql security definer set search_path = '' as $$
  begin
    if pg_catalog.nextval('fault.statement') = (select statement from fault.deadly) then
      perform pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid());
    end if;
  end $$;
  create event trigger counted on ddl_command_start execute function fault.count()`;

/** The schema as text, without what is random in it. */
async function schemaOf(url: string): Promise<string> {
  const args = ["--schema-only", "--schema=milepost*", "-d", url];
  const { stdout } = await run(join(await findServer(), "pg_dump"), args, { maxBuffer: 1 << 26 });
  return stdout.replaceAll(/^\\(un)?restrict .*$/gm, "");
}

async function inDatabase<T>(
  postgres: Postgres,
  name: string,
  work: (pool: pg.Pool, url: string) => Promise<T>,
): Promise<T> {
  await postgres.query(`create database ${name}`);
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 2 });
  pool.on("error", () => {});
  try {
    return await work(pool, url.href);
  } finally {
    await pool.end();
  }
}

async function appliedFiles(pool: pg.Pool): Promise<number> {
  const name = "milepost_migration.applied_file";
  const { rows } = await pool.query("select to_regclass($1) is not null as there", [name]);
  if (rows[0]?.there !== true) return 0;
  const { rowCount } = await pool.query(`select from ${name}`);
  return rowCount ?? 0;
}

/** Starts the migration again and again, each time killed one statement later. */
async function killEverywhere(pool: pg.Pool) {
  let [kills, statement] = [0, 1];
  const otherErrors: string[] = [];
  for (;;) {
    const before = await appliedFiles(pool);
    await pool.query("select setval('fault.statement', 1, false)");
    await pool.query("update fault.deadly set statement = $1", [statement]);
    try {
      const { applied } = await migrate(pool);
      return { kills, otherErrors, left: applied.length };
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      const code = cause instanceof pg.DatabaseError ? cause.code : undefined;
      if (code !== "57P01") otherErrors.push(String(cause));
      kills++;
    }
    const { pending } = await migrate(pool, { plan: true });
    const inMigrations = pending.some((file) => file.startsWith("migrations/"));
    const isFurther = (await appliedFiles(pool)) > before;
    statement = isFurther ? 1 : statement + (inMigrations ? stride : functionStride);
  }
}

/**
 * The database ends the connection of a migration at each of its statements in turn, and the
 * migration is run again. In the end the schema is that of a migration that nothing disturbed.
 */
const postgres = await Postgres.create();
try {
  const clean = await inDatabase(postgres, "undisturbed", async (pool, url) => {
    await migrate(pool);
    return schemaOf(url);
  });
  await inDatabase(postgres, "disturbed", async (pool, url) => {
    await pool.query(counter);
    const { kills, otherErrors } = await killEverywhere(pool);
    printFault("killMigration", await describeRun(pool), {
      tries: kills,
      differing: (await schemaOf(url)) === clean ? 0 : 1,
      unexpected: otherErrors.length,
    });
    for (const error of otherErrors.slice(0, 10)) console.error(error);
  });
} finally {
  await postgres.remove();
}
