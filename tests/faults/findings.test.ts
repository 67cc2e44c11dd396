import { expect, test, vi } from "vitest";
import { countFindings } from "../../faults/support/countFindings.ts";
import { Load } from "../../faults/support/Load.ts";
import { serverPlace } from "../../faults/support/Place.ts";

vi.setConfig({ testTimeout: 60_000 });

test("completions that a database acknowledged and did not keep are found to be lost", async () => {
  const { server, database, key, inspect, remove } = await serverPlace();
  try {
    // What is not in the log is gone after a crash.
    await database.query("alter table milepost.progress_event set unlogged");
    const load = new Load({ urls: [server.url], key, senders: 2 });
    await load.more(100);
    await database.kill();
    await database.start();
    await load.stop();
    await server.stop();
    const found = await inspect((pool) => countFindings(pool, load.acknowledged));
    expect(found.lost).toBeGreaterThan(0);
  } finally {
    await remove();
  }
});

test("a completion that stands in the ledger twice is found, and so is a load that fails", async () => {
  const { server, key, database, inspect, remove } = await serverPlace();
  try {
    const load = new Load({ urls: [server.url, `${server.url}/nowhere`], key, senders: 1 });
    await load.more(20);
    await load.stop();
    expect(load.unexpected.length).toBeGreaterThan(0);
    await server.stop();
    expect(await inspect((pool) => countFindings(pool, load.acknowledged))).toEqual({
      lost: 0,
      duplicated: 0,
      differences: 0,
      sealFindings: 0,
    });
    await database.query(`
      set session_replication_role = replica;
      insert into milepost.progress_event (learner_id, course_id, enrollment_id, lesson_id,
        occurred_at, received_at, tenant_id, type, outline_version, bucket, source)
      select learner_id, course_id, enrollment_id, lesson_id,
        occurred_at, received_at, tenant_id, type, outline_version, bucket, source
      from milepost.progress_event where type = 'lesson.completed' limit 1`);
    const found = await inspect((pool) => countFindings(pool, load.acknowledged));
    expect(found).toMatchObject({ lost: 0, duplicated: 1 });
    expect(found.differences).toBeGreaterThan(0);
  } finally {
    await remove();
  }
});
