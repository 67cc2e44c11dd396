import type { WireServer } from "./WireServer.ts";

/**
 * How often to look, and so the longest that anything due waits for a moment without an open
 * transaction.
 */
const intervalMillis = 1_000;

/**
 * The statement that is due most, if any is. PostgreSQL in one process has no checkpointer and no
 * autovacuum: left alone, the WAL grows until the next clean shutdown (a kill after 600 MB of it
 * made the next start take 4 s), and the planner never sees a statistic. Thresholds are
 * autovacuum's own; a checkpoint of 64 MB took 50 ms.
 */
const due = `
  select due.statement
  from (
    select 'checkpoint' as statement, 0 as place
    from pg_control_checkpoint() as checkpoint
    where pg_current_wal_lsn() - checkpoint.redo_lsn > 64 * 1024 * 1024
    union all
    select
      format(
        case
          when stat.n_dead_tup > 50 + 0.2 * size.tuples then 'vacuum (analyze) %I.%I'
          when stat.n_ins_since_vacuum > 1000 + 0.2 * size.tuples then 'vacuum (analyze) %I.%I'
          else 'analyze %I.%I'
        end,
        stat.schemaname, stat.relname),
      1
    from pg_stat_user_tables as stat
    join pg_class as class on class.oid = stat.relid
    cross join lateral (select greatest(class.reltuples, 0) as tuples) as size
    where stat.n_dead_tup > 50 + 0.2 * size.tuples
      or stat.n_ins_since_vacuum > 1000 + 0.2 * size.tuples
      or stat.n_mod_since_analyze > 50 + 0.1 * size.tuples
  ) as due
  order by due.place
  limit 1`;

/** Does what PostgreSQL's background processes would: one statement a second, where one is due. */
export function keepHouse(server: WireServer): void {
  let inputsKept = 0;
  setInterval(() => {
    if (server.inputsServed === inputsKept) return;
    const statement = server.query(due);
    if (statement === null) inputsKept = server.inputsServed;
    else server.query(statement);
  }, intervalMillis);
}
