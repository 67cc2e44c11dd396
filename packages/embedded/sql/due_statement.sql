-- Which statement is due most, of those that PostgreSQL's background processes would run?
--
-- In one process there is no checkpointer and no autovacuum: left alone, the WAL grows until the
-- next clean shutdown (a kill after 600 MB of it made the next start take 4 s), dead rows stay, and
-- the planner never sees a statistic. The thresholds are autovacuum's own; a checkpoint after 64 MB
-- of WAL took 50 ms. In no order, so that one which fails again and again does not stop the rest.
--
-- No parameters. One row with `statement`, or none.
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
  from pg_stat_all_tables as stat
  join pg_class as class on class.oid = stat.relid
  cross join lateral (select greatest(class.reltuples, 0) as tuples) as size
  where stat.schemaname <> 'pg_toast'
    and (
      stat.n_dead_tup > 50 + 0.2 * size.tuples
      or stat.n_ins_since_vacuum > 1000 + 0.2 * size.tuples
      -- PostgreSQL passes over an analyze of its own statistics, which would be due for ever.
      or stat.n_mod_since_analyze > 50 + 0.1 * size.tuples
        and stat.relid <> 'pg_statistic'::regclass
    )
) as due
order by due.place, random()
limit 1
