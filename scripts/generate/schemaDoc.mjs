// Writes docs/schema.md from the catalogue of a freshly migrated database: what the database says
// of itself is what a reader gets, and the two cannot drift.
import { writeFileSync } from "node:fs";
import { openEmbedded } from "@milepost/embedded";
import { migrate } from "@milepost/engine";

const relations = `
  select c.oid, c.relname as name, c.relkind = 'v' as is_view, obj_description(c.oid) as comment
  from pg_class c
  where c.relnamespace = 'milepost'::regnamespace and c.relkind in ('r', 'v')
  order by c.relname collate "C"`;
const columns = `
  select a.attrelid as oid, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    a.attnotnull as required, a.attidentity <> '' as identity, a.attgenerated <> '' as generated,
    coalesce(col_description(a.attrelid, a.attnum), (
      -- A column that goes by the same name elsewhere is the same thing.
      select min(col_description(o.attrelid, o.attnum))
      from pg_attribute o
      join pg_class oc on oc.oid = o.attrelid and oc.relnamespace = c.relnamespace
      where o.attname = a.attname
    ), '') as comment
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'milepost'::regnamespace and c.relkind in ('r', 'v')
    and a.attnum > 0 and not a.attisdropped
  order by a.attrelid, a.attnum`;
const rules = `
  select r.conrelid as oid, r.conname as name, pg_get_constraintdef(r.oid) as says,
    r.contype as kind, r.confrelid as target
  from pg_constraint r
  where r.connamespace = 'milepost'::regnamespace and r.contype in ('p', 'u', 'f', 'c')
  order by r.conrelid, position(r.contype::text in 'pufc'), r.conname collate "C"`;
const indexes = `
  select i.indrelid as oid, c.relname as name, pg_get_indexdef(i.indexrelid) as says
  from pg_index i
  join pg_class c on c.oid = i.indexrelid
  where c.relnamespace = 'milepost'::regnamespace
    and not exists (select from pg_constraint r where r.conindid = i.indexrelid)
  order by i.indrelid, c.relname collate "C"`;
const guards = `
  select t.tgrelid as oid, t.tgname as name, pg_get_triggerdef(t.oid) as says
  from pg_trigger t
  where not t.tgisinternal order by t.tgrelid, t.tgname collate "C"`;
const functions = `
  select p.proname as name, pg_get_function_arguments(p.oid) as arguments,
    obj_description(p.oid, 'pg_proc') as comment,
    has_function_privilege('milepost_app', p.oid, 'execute') as public
  from pg_proc p
  where p.pronamespace = 'milepost'::regnamespace
  order by p.proname collate "C"`;

const database = await openEmbedded();
await migrate(database.pool);
const rows = async (text) => (await database.pool.query(text)).rows;
const all = {
  relations: await rows(relations),
  columns: await rows(columns),
  rules: await rows(rules),
  indexes: await rows(indexes),
  guards: await rows(guards),
  functions: await rows(functions),
};
await database.close();

const cell = (text) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const of = (list, { oid }) => list.filter((item) => item.oid === oid);

function columnTable(relation) {
  const lines = of(all.columns, relation).map(
    ({ name, type, required, identity, generated, comment }) => {
      const marks = [
        required && !relation.is_view ? "not null" : "",
        identity ? "identity" : "",
        generated ? "generated, stored" : "",
      ].filter(Boolean);
      return `| \`${name}\` | ${cell(type)} | ${marks.join(", ")} | ${cell(comment)} |`;
    },
  );
  return ["| column | type | | |", "|---|---|---|---|", ...lines].join("\n");
}

function ruleList(table) {
  const lines = [...of(all.rules, table), ...of(all.indexes, table), ...of(all.guards, table)].map(
    ({ name, says }) =>
      `- \`${name}\`: \`${says.replaceAll("milepost.", "").replaceAll(/\s+/g, " ")}\``,
  );
  return lines.length > 0 ? `\n\nRules, indexes and guards:\n\n${lines.join("\n")}` : "";
}

function diagram() {
  const named = new Map(all.relations.map(({ oid, name }) => [oid, name]));
  const links = new Set(
    all.rules
      .filter(({ kind }) => kind === "f")
      .map(({ oid, target }) => `  ${named.get(target)} ||--o{ ${named.get(oid)} : ""`),
  );
  return ["```mermaid", "erDiagram", ...[...links].sort(), "```"].join("\n");
}

const section = (relation) =>
  `### \`${relation.name}\`\n\n${relation.comment}\n\n${columnTable(relation)}${
    relation.is_view ? "" : ruleList(relation)
  }`;
const functionTable = (isPublic) =>
  [
    "| function | |",
    "|---|---|",
    ...all.functions
      .filter((item) => item.public === isPublic)
      .map(
        ({ name, arguments: given, comment }) =>
          `| \`${name}(${cell(given)})\` | ${cell(comment)} |`,
      ),
  ].join("\n");

const page = `# Schema

<!-- Written by scripts/generate/schemaDoc.mjs from the catalogue: change the comments there. -->

Schema \`milepost\`, as the database describes itself. Views and public functions are the contract
([sql.md](sql.md)); tables and the other functions are private and may change.

${diagram()}

## Views

${all.relations
  .filter(({ is_view }) => is_view)
  .map(section)
  .join("\n\n")}

## Tables

Every table is under row-level security, forced, and shows the tenant in use alone.

${all.relations
  .filter(({ is_view }) => !is_view)
  .map(section)
  .join("\n\n")}

## Public functions

${functionTable(true)}

## Private functions

${functionTable(false)}
`;
writeFileSync(new URL("../../docs/schema.md", import.meta.url), page);
