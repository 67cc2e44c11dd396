import { describe, expect, test } from "vitest";
import { resume } from "../src/index.ts";
import { at, inWords, now, outline } from "./outline.ts";
import { type Row, resumeRows } from "./resumeRows.ts";

describe("resume", () => {
  test.each(resumeRows)("%s", (_rule, attempt, answer) => {
    expect(inWords(resume(outline(attempt), { now }))).toBe(answer);
  });

  test.each(resumeRows)("from JSON, %s", (_rule, attempt, answer) => {
    const json = JSON.parse(JSON.stringify(outline(attempt)));
    expect(inWords(resume(json, { now }))).toBe(answer);
  });

  const outsideRows: readonly Row[] = [
    ["rule 8: only an exam is left → awaiting it", "a+1 b+2", "awaiting exam: completed"],
    ["rule 8: … nothing to start with either", "", "awaiting exam: completed"],
    ["rule 8: … before a closed optional lesson", "a+1 b?^200", "awaiting exam: completed"],
    ["rule 8: not while a required lesson is left", "a+1 b", "continue b: next"],
    ["rule 8: … nor one that is closed", "a+1 b^200", "waiting for b until 200: next"],
    ["rule 8: … nor an optional one", "a+1 b?", "optional b: next"],
    ["rule 8: not once the attempt is completed", "completed a+1", "review: completed"],
  ];
  test.each(outsideRows)("with something outside, %s", (_rule, attempt, answer) => {
    const course = { ...outline(attempt), outside: ["exam"] };
    expect(inWords(resume(course, { now }))).toBe(answer);
  });

  test("rule 8: nothing outstanding outside lessons awaits nothing", () => {
    const course = { ...outline("a?+1"), outside: [] };
    expect(inWords(resume(course, { now }))).toBe("review: completed");
  });

  test("moved: ids decide, so a lesson that changed its place keeps what it has", () => {
    expect(inWords(resume(outline("c+2 a+1 b d"), { now }))).toBe("continue b: next");
    expect(inWords(resume(outline("a+1 b c+2 d"), { now }))).toBe("continue d: next");
  });

  test("only what is open depends on the present", () => {
    const course = outline("a+1 b^200");
    expect(inWords(resume(course, { now: at(199) }))).toBe("waiting for b until 200: next");
    expect(inWords(resume(course, { now: at(200) }))).toBe("continue b: next");
    expect(inWords(resume(outline("a@500 b+400"), { now: at(1) }))).toBe("continue a: unfinished");
  });

  test("without a present it takes the clock's", () => {
    const opensAt = new Date(Date.now() - 1000);
    const [lesson] = outline("a").lessons;
    if (lesson === undefined) throw new Error("No lesson");
    const course = { completedAt: null, lessons: [{ ...lesson, opensAt }] };
    expect(resume(course).mode).toBe("start");
  });

  test("text that is no instant with its zone is refused, not guessed", () => {
    const [lesson] = outline("a@5").lessons;
    for (const lastViewedAt of ["2026-03-01T09:00:00", "2026-03-01", "yesterday", ""]) {
      const lessons = lesson === undefined ? [] : [{ ...lesson, lastViewedAt }];
      expect(() => resume({ completedAt: null, lessons }, { now })).toThrow(RangeError);
    }
  });
});
