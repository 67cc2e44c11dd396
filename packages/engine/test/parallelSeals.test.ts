import { describe, expect, test } from "vitest";
import { parallel } from "../../../tests/support/parallel.ts";
import { useDatabase } from "../../../tests/support/useDatabase.ts";
import { sealAllCompletions, sealCompletions } from "../src/audit/sealCompletions.ts";
import { verifySeals } from "../src/audit/verifySeals.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { eraseLearner } from "../src/eraseLearner.ts";
import { newCourse } from "./support/newCourse.ts";

const writers = 16;
const sealers = 4;
const each = 30;

// The embedded database has one connection, so these races are the server's alone.
describe("sealing in parallel", () => {
  const database = useDatabase("PostgreSQL");

  test("makes one chain that holds each completion once, while writers commit and learners are erased", async () => {
    const { course, lesson } = await newCourse(database.app, ["a", "b"]);
    let writing = writers;
    await parallel(database.app, writers + sealers, async (client, n) => {
      if (n >= writers) {
        while (writing > 0) await sealCompletions(client);
        return;
      }
      for (let i = 0; i < each; i++) {
        const learner = `${course}-${n}-${i}`;
        await client.query("begin");
        await completeLesson(client, { learner, lesson: lesson("a") });
        await completeLesson(client, { learner, lesson: lesson("b") });
        await client.query(i % 10 === 9 ? "rollback" : "commit");
        if (i % 10 === 5) await eraseLearner(client, { learner });
      }
      writing--;
    });
    await sealAllCompletions(database.app);
    const committed = writers * each * 0.9;
    const report = await verifySeals(database.superuser);
    // Both lessons of each, and the course.
    expect(report).toMatchObject({
      sealedCompletions: committed * 3,
      unsealedCompletions: 0,
      findings: [],
    });
    expect(report.seals).toBeGreaterThan(5);
  });
});
