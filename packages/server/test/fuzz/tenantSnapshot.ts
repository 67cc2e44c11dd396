import { createHash } from "node:crypto";
import type pg from "pg";

/** A hash of every row that a tenant has in any table. */
export async function tenantSnapshot(superuser: pg.Pool, tenant: string): Promise<string> {
  const { rows: tables } = await superuser.query<{ name: string }>(
    `select format('%I.%I', c.table_schema, c.table_name) as name
     from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE'
       and c.table_schema = 'milepost'
     order by 1`,
  );
  const hash = createHash("sha256");
  for (const { name } of tables) {
    const { rows } = await superuser.query<{ row: string }>(
      `select t::text as row from ${name} t
       where tenant_id = (select tenant_id from milepost.tenant where name = $1)
       order by t::text collate "C"`,
      [tenant],
    );
    hash.update(JSON.stringify([name, rows]));
  }
  return hash.digest("hex");
}
