import { createHash } from "node:crypto";
import type pg from "pg";

/** Of each table a hash of every row that a tenant has in it. */
export async function tenantSnapshot(
  superuser: pg.Pool,
  tenant: string,
): Promise<Readonly<Record<string, string>>> {
  const { rows: tables } = await superuser.query<{ name: string }>(
    `select format('%I.%I', c.table_schema, c.table_name) as name
     from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE'
       and c.table_schema = 'milepost'
     order by 1`,
  );
  const hashes: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await superuser.query<{ row: string }>(
      `select t::text as row from ${name} t
       where tenant_id = (select tenant_id from milepost.tenant where name = $1)
       order by t::text collate "C"`,
      [tenant],
    );
    hashes[name] = createHash("sha256").update(JSON.stringify(rows)).digest("hex");
  }
  return hashes;
}
