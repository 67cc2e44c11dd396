import { describe, expect, test } from "vitest";
import { resume } from "../src/index.ts";
import { now, outline } from "./outline.ts";

/** [the rule, the attempt in the words of outline.ts, lesson answered or –, its alternatives] */
type Row = readonly [rule: string, attempt: string, lesson: string, alternatives: string];

const rows: readonly Row[] = [
  ["a new learner could also start with the first optional lesson", "a? b c", "b", "a"],
  ["an unfinished lesson: what comes next, and what was skipped", "a b+1 c d@5", "d", "c a"],
  ["an unfinished lesson that is also next and first is named once", "a+1 b@5", "b", ""],
  ["who moved on can go back", "a b@2 c@1+5 d", "d", "b a"],
  ["the next: what was skipped, then what is optional", "a b? c+5 d e?", "d", "a e"],
  ["the first gap: nothing required is after it", "a b c+5 d?", "a", "d"],
  ["in a retired lesson's stead: next and skipped", "a b+1 c d ~r#4@5", "d", "c a"],
  ["waiting: what is optional meanwhile", "a? b+1 c^200", "–", "a"],
  ["waiting: the open optional lesson that it takes", "a+1 b<c c?", "–", "c"],
  ["a completed attempt: what is optional", "completed a+1 b? c?@5", "–", "c b"],
  ["new content: the later one under way", "completed a+1 b c@9", "b", "c"],
  ["none closed, completed or retired", "a+1 b c^200 d?+2 ~r#4@1 e<x f?^200", "b", ""],
];

describe("resume's alternatives", () => {
  test.each(rows)("%s", (_rule, attempt, lesson, alternatives) => {
    const answer = resume(outline(attempt), { now });
    expect([answer.lesson ?? "–", answer.alternatives.join(" ")]).toEqual([lesson, alternatives]);
  });
});
