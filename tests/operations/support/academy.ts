import {
  completeLesson,
  createApiKey,
  doctor,
  type FeedEntry,
  migrate,
  putOutline,
  readFeed,
  sealAllCompletions,
  verifySeals,
} from "@milepost/engine";
import pg from "pg";

/** Address of another database of the same server. */
export function inDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/** Makes the database `academy`, with a course of two lessons and what some learners did. */
export async function openAcademy(server: string): Promise<{ pool: pg.Pool; key: string }> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query("create database academy");
  await admin.end();
  const pool = new pg.Pool({ connectionString: inDatabase(server, "academy"), max: 2 });
  await migrate(pool);
  const lessons = ["one", "two"].map((id) => ({ id, title: id }));
  await putOutline(pool, { course: "c", title: "Course", lessons });
  await complete(pool, ["ada", "bob", "cyd"]);
  await sealAllCompletions(pool);
  const { key } = await createApiKey(pool, { name: "site", role: "service" });
  return { pool, key };
}

/** Each of them completes the course. */
export async function complete(db: pg.Pool, learners: readonly string[]): Promise<void> {
  for (const learner of learners) {
    await completeLesson(db, { learner, lesson: "one" });
    await completeLesson(db, { learner, lesson: "two" });
  }
}

/** Ends transactions that did nothing, so that their numbers are those of an older cluster. */
export async function passTransactions(db: pg.Pool, count: number): Promise<void> {
  await db.query(`do $$ begin
    for n in 1..${count} loop perform txid_current(); commit; end loop;
  end $$`);
}

/** The feed, up to the largest page of it. */
export async function wholeFeed(db: pg.Pool): Promise<FeedEntry[]> {
  const { items } = await readFeed(db, { limit: 1_000 });
  return items;
}

/** What is wrong with a database, by the doctor and by the seals: neither finds anything. */
export async function whatIsWrong(db: pg.Pool): Promise<unknown[]> {
  const [{ differences }, { findings }] = [await doctor(db), await verifySeals(db)];
  return [...differences, ...findings];
}
