import type pg from "pg";
import { pgbench } from "./support.ts";

/** The bare table that completions are compared with: a key and an instant, nothing else. */
export async function createRawTable(pool: pg.Pool): Promise<void> {
  await pool.query(`create table raw_completion (learner integer, lesson integer,
    completed_at timestamptz, primary key (learner, lesson))`);
}

/** Prepared upserts of one row a second into it, by pgbench. */
export function rawUpserts(
  url: string,
  {
    learners,
    lessons,
    ...load
  }: {
    learners: number;
    lessons: number;
    clients: number;
    seconds: number;
  },
): Promise<number> {
  const script = `\\set learner random(1, ${learners})
\\set lesson random(1, ${lessons})
insert into raw_completion values (:learner, :lesson, now())
on conflict (learner, lesson) do update set completed_at = excluded.completed_at;
`;
  return pgbench(url, script, load);
}
