import { readConfig } from "@milepost/server";
import { expect, test } from "vitest";
import { useDatabase } from "../../../tests/support/useDatabase.ts";
import { inTransaction } from "../src/database/inTransaction.ts";
import { openDatabase } from "../src/database/openDatabase.ts";

const database = useDatabase("PostgreSQL");

test.each(["begin", "begin isolation level repeatable read read only"])(
  "a connection that breaks in a transaction begun by `%s` is told to whoever uses it, once",
  async (begin) => {
    const config = readConfig({ DATABASE_URL: database.databaseUrl });
    const { pool, close } = await openDatabase(config);
    const lost = inTransaction(
      pool,
      async (client) => {
        const { rows } = await client.query("select pg_backend_pid() as pid");
        const broke = new Promise((resolve) => client.once("end", resolve));
        await database.superuser.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
        await broke;
        return client.query("select 1");
      },
      { begin },
    );
    await expect(lost).rejects.toThrow(/not queryable|terminat/);
    expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
    await close();
  },
);
