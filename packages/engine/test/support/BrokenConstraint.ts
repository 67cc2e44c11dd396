/** A statement that breaks one rule and no other, tried by the owner in the default tenant. */
export interface BrokenConstraint {
  /** Name of the constraint or unique index that must refuse it. */
  readonly constraint: string;
  /** The rule, as a sentence. */
  readonly rule: string;
  /** Statements; the last one is refused. Table names without `milepost.` do not resolve. */
  readonly sql: string;
}

/** Inserts a copy of a row with some columns changed; for tables without generated columns. */
export function copyOf(table: string, changes: object, where = "true"): string {
  return `insert into milepost.${table} overriding system value
    select (jsonb_populate_record(t, '${JSON.stringify(changes)}')).*
    from milepost.${table} t where ${where} limit 1`;
}

/** The same for learners, of whom what they are listed and searched by is generated. */
export function anotherLearner(changes: Record<string, string>): string {
  const own = ["bucket", "learner_id", "tenant_id", "external_id", "created_at"];
  const values = own.map((column) => changes[column] ?? column);
  return `insert into milepost.learner (${own.join(", ")}) overriding system value
    select ${values.join(", ")} from milepost.learner where external_id = 'a-ada'`;
}

/** Enters a tenant that does not exist, as a program gone wrong might. */
export const enterNowhere = "select set_config('milepost.tenant_id', '999', true);";
