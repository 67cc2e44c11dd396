import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { enroll } from "../src/enroll.ts";
import { enrollMany } from "../src/enrollMany.ts";
import { exemptMany } from "../src/exemptMany.ts";
import { reinstateMany } from "../src/reinstateMany.ts";
import { reportCourse } from "../src/reports/reportCourse.ts";
import { retake } from "../src/retake.ts";
import { withdraw } from "../src/withdraw.ts";
import { differences } from "./support/differences.ts";
import { ledgerOf } from "./support/ledgerOf.ts";
import { newCourse } from "./support/newCourse.ts";
import { onDay } from "./support/onDay.ts";

const reason = "Holds the external certificate.";
const scope = { now: onDay(2), actor: "administrator grace" };

describe.each(databaseKinds)("exemptions of many on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;

  /** A course with a learner enrolled for each name. */
  async function enrolled(names: readonly string[]) {
    const { course, lesson, learner } = await newCourse(db(), ["a", "b"]);
    const attempts = names.map((name) => ({ learner: `${learner}-${name}`, course, attempt: 1 }));
    for (const one of attempts) {
      await enroll(db(), { ...one, due: { at: onDay(9) } }, { now: onDay(0) });
    }
    return { course, lesson, attempts };
  }

  test("are given and taken back, each on record with who did it and why", async () => {
    const { course, attempts } = await enrolled(["ada", "bob", "cy"]);
    const states = async () => (await reportCourse(db(), { course }, { now: onDay(10) })).states;
    const given = await exemptMany(db(), { attempts, reason }, scope);
    expect(given).toEqual(
      attempts.map((one) => ({ status: "recorded", ...one, exemptedAt: onDay(2) })),
    );
    expect(await states()).toMatchObject({ exempt: 3, overdue: 0 });
    const back = { attempts: attempts.slice(0, 2), reason: "It has expired." };
    const taken = await reinstateMany(db(), back, { ...scope, now: onDay(3) });
    expect(taken).toEqual(
      back.attempts.map((one) => ({ status: "recorded", ...one, exemptedAt: null })),
    );
    expect(await states()).toMatchObject({ exempt: 1, overdue: 2 });
    const [ada] = attempts;
    if (ada === undefined) throw new Error("There are three.");
    const types = ["enrollment.exempted", "enrollment.reinstated"];
    expect(await ledgerOf(db(), ada, types)).toMatchObject([
      { type: types[0], occurredAt: onDay(2), reason, actor: scope.actor, source: "api" },
      { type: types[1], occurredAt: onDay(3), reason: back.reason, actor: scope.actor },
    ]);
    expect(await differences(database)).toEqual([]);
  });

  test("are left as they are where they are what was asked for", async () => {
    const { attempts } = await enrolled(["ada"]);
    expect(await reinstateMany(db(), { attempts, reason }, scope)).toMatchObject([
      { status: "unchanged", exemptedAt: null },
    ]);
    await exemptMany(db(), { attempts, reason }, scope);
    expect(await exemptMany(db(), { attempts, reason }, { now: onDay(5) })).toMatchObject([
      { status: "unchanged", exemptedAt: onDay(2) },
    ]);
  });

  test("are refused one by one where the attempt has ended, or is not there", async () => {
    const { lesson, attempts } = await enrolled(["done", "left", "again", "fine"]);
    const [done, left, again, fine] = attempts;
    if (!done || !left || !again || !fine) throw new Error("There are four.");
    for (const name of ["a", "b"]) {
      await completeLesson(db(), { ...done, lesson: lesson(name) }, { now: onDay(1) });
    }
    await withdraw(db(), left);
    await retake(db(), { ...again, force: true });
    const acts = [...attempts, fine, { ...fine, learner: "nobody-here" }, { ...fine, attempt: 2 }];
    const codes = [
      "attempt_completed",
      "attempt_withdrawn",
      "attempt_not_current",
      "recorded",
      "attempt_repeated",
      "learner_not_found",
      "enrollment_not_found",
    ];
    const preview = await exemptMany(db(), { attempts: acts, reason, preview: true }, scope);
    expect(preview.map(({ status, code }) => code ?? status)).toEqual(codes);
    expect(await ledgerOf(db(), fine, ["enrollment.exempted"])).toEqual([]);
    expect(await exemptMany(db(), { attempts: acts, reason }, scope)).toEqual(preview);
    expect(await differences(database)).toEqual([]);
  });

  test("taken back leave an attempt complete that was completed meanwhile", async () => {
    const { course, lesson, attempts } = await enrolled(["ada"]);
    await exemptMany(db(), { attempts, reason }, scope);
    for (const name of ["a", "b"]) {
      const fact = { learner: attempts[0]?.learner ?? "", lesson: lesson(name) };
      await completeLesson(db(), fact, { now: onDay(5) });
    }
    await reinstateMany(db(), { attempts, reason }, { now: onDay(6) });
    const { states } = await reportCourse(db(), { course }, { now: onDay(7) });
    expect(states).toMatchObject({ exempt: 0, completedOnTime: 1 });
    expect(await differences(database)).toEqual([]);
  });

  test.each([
    ["exemptMany", exemptMany],
    ["reinstateMany", reinstateMany],
  ])("%s needs a reason of up to 500 characters", async (_, act) => {
    const { attempts } = await enrolled(["ada"]);
    for (const [why, code] of [
      ["", "reason_required"],
      ["x".repeat(501), "text_out_of_range"],
    ] as const) {
      await expect(act(db(), { attempts, reason: why })).rejects.toMatchObject({ code });
    }
  });

  // The embedded database takes milliseconds for each, and 10,000 of them in no other way.
  const many = kind === "embedded" ? 500 : 10_000;

  test("of 10,000 attempts are given in one call, and of one more none", {
    timeout: 120_000,
  }, async () => {
    const { course, learner } = await newCourse(db(), ["a"]);
    const learners = Array.from({ length: 10_001 }, (_, n) => `${learner}-${n}`);
    const all = learners.map((one) => ({ learner: one, course, attempt: 1 }));
    for (const act of [exemptMany, reinstateMany]) {
      const tooMany = act(db(), { attempts: all, reason });
      await expect(tooMany).rejects.toMatchObject({ code: "batch_too_large" });
    }
    await enrollMany(db(), { course, learners: learners.slice(0, many) });
    const attempts = all.slice(0, many);
    for (const act of [exemptMany, reinstateMany]) {
      const results = await act(db(), { attempts, reason });
      expect(results.map(({ status }) => status)).toEqual(attempts.map(() => "recorded"));
    }
  });
});
