import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { migrateFrom } from "../src/migration/migrateFrom.ts";

const roles = `--! as migrator
do $$ begin
  if to_regrole('milepost_owner') is null then create role milepost_owner; end if;
end $$;
create schema fixture authorization milepost_owner;
`;
const table = "create table fixture.thing (id bigint primary key);\n";
const count = `create or replace function fixture.how_many() returns bigint
  language sql as 'select count(*) from fixture.thing_seen';
`;
const seen = "create or replace view fixture.thing_seen as select id from fixture.thing;\n";

const schema = {
  "migrations/0001_roles.sql": roles,
  "migrations/0002_thing.sql": table,
  "functions/how_many.sql": count,
  "views/thing_seen.sql": seen,
};

describe.each(databaseKinds)("the migration runner on %s", (kind) => {
  const database = useDatabase(kind);
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "milepost-sql-"));
    await database.superuser.query("drop schema if exists fixture, milepost_migration cascade");
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = async (files: Record<string, string>) => {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
  };
  const remove = (name: string) => rm(join(folder, name));
  const run = (options?: { plan: boolean }) =>
    migrateFrom(pathToFileURL(`${folder}/`), database.superuser, options);
  const answer = async (sql: string) => {
    const { rows } = await database.superuser.query<{ answer: unknown }>(
      `select (${sql}) as answer`,
    );
    return rows[0]?.answer;
  };
  const ofCount = (column: string) =>
    answer(`select ${column} from milepost_migration.applied_file where name like '%how_many%'`);
  const kept = async (name: string) =>
    answer(`select count(*)::int from milepost_migration.applied_file where name = '${name}'`);

  test("an empty database gets migrations, functions and views in that order", async () => {
    await write(schema);
    expect(await run()).toEqual({ applied: Object.keys(schema), pending: [] });
    expect(await answer("fixture.how_many()")).toBe("0");
  });

  test("a second run applies nothing", async () => {
    await write(schema);
    await run();
    expect(await run()).toEqual({ applied: [], pending: [] });
  });

  test("a plan names what is pending and changes nothing", async () => {
    await write(schema);
    expect(await run({ plan: true })).toEqual({ applied: [], pending: Object.keys(schema) });
    expect(await answer("to_regnamespace('milepost_migration')")).toBeNull();
  });

  test("all belongs to milepost_owner but what a migration makes as migrator", async () => {
    await write({
      ...schema,
      "migrations/0003_own.sql": "--! as migrator\ncreate table fixture.mine ();",
    });
    await run();
    const owner = (name: string) =>
      answer(
        `select relowner::regrole::text from pg_class where oid = 'fixture.${name}'::regclass`,
      );
    expect(await owner("thing")).toBe("milepost_owner");
    expect(await owner("thing_seen")).toBe("milepost_owner");
    expect(await owner("mine")).toBe("postgres");
  });

  test("a function whose text changed is applied again, alone", async () => {
    await write(schema);
    await run();
    await write({ "functions/how_many.sql": count.replace("count(*)", "count(*) + 40") });
    expect(await run()).toEqual({ applied: ["functions/how_many.sql"], pending: [] });
    expect(await answer("fixture.how_many()")).toBe("40");
  });

  test("the texts that a function file had before are kept for older programs", async () => {
    await write(schema);
    await run();
    const earlier = () => ofCount("earlier_sha256");
    expect(await earlier()).toEqual([]);
    const first = await ofCount("sha256");
    await write({ "functions/how_many.sql": `${count}-- again\n` });
    await run();
    expect(await earlier()).toEqual([first]);
  });

  test("a migration may drop a view, which is there again after it", async () => {
    await write(schema);
    await run();
    await write({
      "migrations/0003_wider.sql":
        "drop view fixture.thing_seen; alter table fixture.thing alter id type numeric;",
    });
    const { applied } = await run();
    expect(applied).toContain("views/thing_seen.sql");
    expect(await answer("fixture.how_many()")).toBe("0");
  });

  test("a file that is gone loses its row in the bookkeeping and keeps its object", async () => {
    await write(schema);
    await run();
    await remove("functions/how_many.sql");
    expect(await run()).toEqual({ applied: [], pending: [] });
    expect(await kept("functions/how_many.sql")).toBe(0);
    expect(await answer("fixture.how_many()")).toBe("0");
  });

  test("an applied migration that was edited is refused by name", async () => {
    await write(schema);
    await run();
    await write({ "migrations/0002_thing.sql": `${table}-- a second thought\n` });
    await expect(run()).rejects.toMatchObject({
      name: "MigrationError",
      file: "migrations/0002_thing.sql",
      message: expect.stringContaining("edited after it had been applied"),
    });
  });

  test("an applied migration checked out with other line ends is the same migration", async () => {
    await write(schema);
    await run();
    await write({ "migrations/0002_thing.sql": table.replaceAll("\n", "\r\n") });
    expect(await run()).toEqual({ applied: [], pending: [] });
  });

  test("a database newer than the program is refused, and the file named", async () => {
    await write({ ...schema, "migrations/0003_later.sql": "select 1;" });
    await run();
    await remove("migrations/0003_later.sql");
    await expect(run()).rejects.toThrow(/newer than this program.*migrations\/0003_later\.sql/);
    await expect(run({ plan: true })).rejects.toThrow(/newer than this program/);
  });

  test("a migration numbered below an applied one is refused", async () => {
    await write({ ...schema, "migrations/0004_last.sql": "select 1;" });
    await run();
    await write({ "migrations/0003_late.sql": "select 1;" });
    await expect(run()).rejects.toThrow(
      "migrations/0003_late.sql: Numbered below migrations/0004_last.sql",
    );
  });

  test("two migrations of one number are refused before anything is applied", async () => {
    await write({ ...schema, "migrations/0002_another.sql": "select 1;" });
    await expect(run()).rejects.toThrow("Another migration has the number 0002 too.");
    expect(await answer("to_regnamespace('milepost_migration')")).toBeNull();
  });

  test("a folder without migrations is refused", async () => {
    await write({ "functions/how_many.sql": count });
    await expect(run()).rejects.toThrow("this installation is incomplete");
  });

  test("an error names the file, the line and the column, and undoes that file alone", async () => {
    await write({
      ...schema,
      "migrations/0003_wrong.sql": "create table fixture.half ();\n\nselect\n  é.x, nonsense;\n",
    });
    await expect(run()).rejects.toMatchObject({
      name: "MigrationError",
      file: "migrations/0003_wrong.sql",
      line: 4,
      column: 3,
      message: expect.stringMatching(/^migrations\/0003_wrong\.sql:4:3: /),
    });
    expect(await answer("to_regclass('fixture.half')")).toBeNull();
    expect(await kept("migrations/0002_thing.sql")).toBe(1);
    expect(await kept("migrations/0003_wrong.sql")).toBe(0);
  });

  test("functions and views are applied all or none", async () => {
    await write({ ...schema, "views/zz_wrong.sql": "create view fixture.zz as select nothing;" });
    await expect(run()).rejects.toMatchObject({ file: "views/zz_wrong.sql", line: 1 });
    expect(await answer("to_regclass('fixture.thing_seen')")).toBeNull();
    expect(await kept("functions/how_many.sql")).toBe(0);
  });

  test("a name without its schema is refused, whatever the connection's search path", async () => {
    await write({ ...schema, "migrations/0003_bare.sql": "create table bare ();" });
    await expect(run()).rejects.toMatchObject({ file: "migrations/0003_bare.sql" });
  });

  test("the connection comes back with the role and the settings it had", async () => {
    const settings = `concat_ws(' ', current_user, current_setting('statement_timeout'),
      current_setting('search_path'), current_setting('check_function_bodies'))`;
    await write(schema);
    await database.superuser.query("set statement_timeout = 4321");
    await database.superuser.query("set search_path = public");
    await run();
    expect(await answer(settings)).toBe("postgres 4321ms public on");
  });
});
