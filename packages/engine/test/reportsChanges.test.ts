import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { changeDeadlines } from "../src/changeDeadlines.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { enroll } from "../src/enroll.ts";
import { eraseLearner } from "../src/eraseLearner.ts";
import { exempt } from "../src/exempt.ts";
import { putGroup } from "../src/putGroup.ts";
import { putGroupMember } from "../src/putGroupMember.ts";
import { putLearner } from "../src/putLearner.ts";
import { reinstate } from "../src/reinstate.ts";
import { type ChangesRequest, reportChanges } from "../src/reports/reportChanges.ts";
import { withdraw } from "../src/withdraw.ts";
import { everyPage } from "./support/everyPage.ts";
import { type NewCourse, newCourse } from "./support/newCourse.ts";
import { onDay } from "./support/onDay.ts";

describe.each(databaseKinds)("the report of manual changes on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;
  let first: NewCourse;
  let second: NewCourse;
  const ada = "ada";
  const bob = "bob";
  const by = (day: number) => ({ now: onDay(day), actor: "administrator grace" });

  beforeAll(async () => {
    first = await newCourse(db(), ["a"]);
    second = await newCourse(db(), ["a"]);
    await putLearner(db(), { learner: ada, name: "Ada Lovelace" });
    await putGroup(db(), { group: "crew", name: "The crew" });
    await putGroupMember(db(), { group: "crew", learner: bob, joinedAt: onDay(0) });
    for (const learner of [ada, bob]) {
      for (const { course } of [first, second]) {
        const due = { onDate: "2026-03-20", timeZone: "Europe/Berlin" };
        await enroll(db(), { learner, course, due }, by(0));
      }
    }
    const one = { learner: ada, course: first.course, attempt: 1 };
    const acts = { attempts: [one], extendDays: 7, reason: "Ill." };
    await changeDeadlines(db(), acts, by(1));
    await exempt(db(), { ...one, reason: "Holds it.", at: onDay(0) }, by(2));
    await reinstate(db(), { ...one, reason: "Expired." }, by(3));
    await withdraw(db(), { learner: bob, course: first.course, reason: "Left." }, by(4));
    await exempt(db(), { learner: bob, course: second.course, reason: "Holds it." }, by(5));
    await completeLesson(db(), { learner: ada, lesson: second.lesson("a") }, by(6));
  });

  const read = async (request: ChangesRequest = {}) =>
    (await reportChanges(db(), request)).items.map(({ type, learner }) => `${type} ${learner}`);

  test("lists them newest first, each with who did it, when and why", async () => {
    const { items, next } = await reportChanges(db(), {}, { now: onDay(9) });
    expect(next).toBeNull();
    expect(items.map(({ type }) => type)).toEqual([
      "enrollment.exempted",
      "enrollment.withdrawn",
      "enrollment.reinstated",
      "enrollment.exempted",
      "deadline.moved",
    ]);
    const none = { from: null, fromTimeZone: null, to: null, timeZone: null };
    expect(items[3]).toEqual({
      id: expect.stringMatching(/^\d+$/),
      type: "enrollment.exempted",
      occurredAt: onDay(0),
      receivedAt: onDay(2),
      learner: ada,
      name: "Ada Lovelace",
      course: first.course,
      courseTitle: "A course",
      attempt: 1,
      reason: "Holds it.",
      actor: "administrator grace",
      source: "api",
      data: none,
    });
    expect(items[4]).toMatchObject({
      reason: "Ill.",
      data: {
        from: new Date("2026-03-20T22:59:59.999Z"),
        fromTimeZone: "Europe/Berlin",
        to: new Date("2026-03-27T22:59:59.999Z"),
        timeZone: "Europe/Berlin",
      },
    });
  });

  test("is of some types, of a course, of a group's members of now, of a learner", async () => {
    expect(await read({ types: ["deadline.moved", "enrollment.withdrawn"] })).toEqual([
      "enrollment.withdrawn bob",
      "deadline.moved ada",
    ]);
    expect(await read({ course: second.course })).toEqual(["enrollment.exempted bob"]);
    const bobs = ["enrollment.exempted bob", "enrollment.withdrawn bob"];
    expect(await read({ group: "crew" })).toEqual(bobs);
    expect(await read({ learner: bob })).toEqual(bobs);
    expect(await read({ learner: bob, course: first.course, group: "crew" })).toEqual([
      "enrollment.withdrawn bob",
    ]);
    expect(await read({ learner: ada, group: "crew" })).toEqual([]);
  });

  test("says of whose members it is", async () => {
    const head = { asOf: onDay(9), definition: 1, group: "crew", membership: "current" };
    expect(await reportChanges(db(), { group: "crew" }, { now: onDay(9) })).toMatchObject(head);
    const empty = { learner: ada, group: "crew" };
    expect(await reportChanges(db(), empty, { now: onDay(9) })).toMatchObject(head);
  });

  test("comes in pages, all of it once", async () => {
    const all = (await reportChanges(db())).items;
    const pages = await everyPage((after) => reportChanges(db(), { limit: 2, after }));
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(pages.flat()).toEqual(all);
    await expect(reportChanges(db(), { after: "nonsense" })).rejects.toMatchObject({
      code: "cursor_invalid",
    });
  });

  test.each([
    [{ course: "none" }, "course_not_found"],
    [{ group: "none" }, "group_not_found"],
    [{ learner: "none" }, "learner_not_found"],
  ])("of %o is refused: %s", async (request, code) => {
    await expect(reportChanges(db(), request)).rejects.toMatchObject({ code, subject: request });
  });

  test("keeps what was done to a learner who is erased, without the person", async () => {
    const { course } = await newCourse(db(), ["a"]);
    const learner = "to-be-erased";
    await enroll(db(), { learner, course });
    await exempt(db(), { learner, course, reason: "Dr. Secret's patient" });
    await eraseLearner(db(), { learner });
    expect((await reportChanges(db(), { course })).items).toMatchObject([
      { type: "enrollment.exempted", learner: null, name: null, reason: null },
    ]);
  });
});
