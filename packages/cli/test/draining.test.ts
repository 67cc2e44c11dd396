import { createApiKey, migrate, putOutline } from "@milepost/engine";
import { expect, test, vi } from "vitest";
import { openServerDatabase } from "../../../tests/support/openServerDatabase.ts";
import { startCli } from "./support/runCli.ts";
import { untilReady } from "./support/untilReady.ts";

// The command is a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const senders = 32;
/** Answers after which the server is told to end. */
const enough = 200;

test("told to end under load, it has recorded exactly what it answered, and ends well", async () => {
  const database = await openServerDatabase({ empty: true });
  const { superuser } = database;
  await migrate(superuser);
  const lessons = [{ id: "l1", title: "Only" }];
  await putOutline(superuser, { course: "c", title: "Course", lessons });
  const { key } = await createApiKey(superuser, { name: "load", role: "service" });
  const env = { DATABASE_URL: database.databaseUrl ?? "", PORT: "0", LOG_LEVEL: "warn" };
  const server = startCli(["serve", "--json"], { env });
  const { url } = await untilReady(server);

  const answered: string[] = [];
  const unanswered: string[] = [];
  const send = async (sender: number) => {
    for (let turn = 0; ; turn++) {
      const learner = `u${sender}-${turn}`;
      const completion = `${url}/v1/learners/${learner}/lessons/l1/completion`;
      const headers = { authorization: `Bearer ${key}` };
      try {
        const response = await fetch(completion, { method: "PUT", headers });
        await response.text();
        expect(response.status).toBe(200);
      } catch (error) {
        // No connection, or one that was closed before it took the request.
        expect(error).toMatchObject({ message: "fetch failed" });
        unanswered.push(learner);
        return;
      }
      answered.push(learner);
      if (answered.length === enough) server.process.kill("SIGTERM");
    }
  };
  await Promise.all(Array.from({ length: senders }, (_, sender) => send(sender)));

  expect(await server.ended).toMatchObject({ exitCode: 0, signal: null, err: "" });
  expect(unanswered).toHaveLength(senders);
  expect(answered.length).toBeGreaterThan(enough);
  const { rows } = await superuser.query<{ learner: string }>(
    `select r.external_id as learner from milepost.learner r
     join milepost.enrollment e using (bucket, learner_id) where e.completed_at is not null`,
  );
  expect(rows.map(({ learner }) => learner).sort()).toEqual(answered.sort());
  await database.close();
});
