import { ApiProblem, type Outline } from "@milepost/client";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { propertyRuns } from "../../../packages/engine/test/support/propertyRuns.ts";
import type { Act } from "../src/client/pages/outline/draft/applyAct.ts";
import { carryOver } from "../src/client/pages/outline/draft/carryOver.ts";
import {
  changeSentence,
  effectSentence,
} from "../src/client/pages/outline/draft/changeSentence.ts";
import { changesOf } from "../src/client/pages/outline/draft/changesOf.ts";
import {
  bodyOf,
  draftOf,
  liveLessons,
  mostLessons,
} from "../src/client/pages/outline/draft/Draft.ts";
import {
  findMistakes,
  isMistaken,
  refusedFields,
} from "../src/client/pages/outline/draft/findMistakes.ts";
import { beginEdit, mostSteps, stepEdit } from "../src/client/pages/outline/draft/history.ts";
import { freeId, slugOf } from "../src/client/pages/outline/draft/slug.ts";

/** An outline of lessons `a`, `b` … with their own letters as titles. */
function outline(ids: string, version = 1): Outline {
  return {
    id: "fs",
    title: "Fire safety",
    enrollment: "open",
    outlineVersion: version,
    totalLessons: ids.length,
    lessons: [...ids].map((id, at) => ({
      id,
      title: id,
      section: null,
      required: true,
      position: at + 1,
      publishedAt: "2026-03-01T09:00:00.000Z",
      dueAt: null,
    })),
  };
}

function edited(ids: string, ...acts: Act[]) {
  return acts.reduce(stepEdit, beginEdit(outline(ids)));
}

const order = (edit: { draft: Parameters<typeof liveLessons>[0] }) =>
  liveLessons(edit.draft)
    .map(({ id }) => id)
    .join("");

const anAct: fc.Arbitrary<Act> = fc
  .record({ key: fc.constantFrom(..."abcdexyz"), n: fc.nat(6), text: fc.string() })
  .chain(({ key, n, text }) =>
    fc.constantFrom<Act>(
      { type: "retitle", title: text },
      { type: "setEnrollment", enrollment: n % 2 === 0 ? "open" : "required" },
      { type: "change", key, change: { title: text } },
      { type: "change", key, change: { required: n % 2 === 0 } },
      { type: "change", key, change: { section: text } },
      { type: "move", key, to: n },
      { type: "add", key: `new ${n}`, title: text, after: key },
      { type: "change", key: `new ${n}`, change: { title: text } },
      { type: "retire", key: n < 3 ? `new ${n}` : key },
      { type: "takeBack", key },
      { type: "replace", key, by: n < 3 ? `new ${n}` : "a" },
    ),
  );
const someActs = fc.array(anAct, { maxLength: 60 });

describe("a draft of an outline", () => {
  test("moves a lesson among those that stay", () => {
    expect(order(edited("abcd", { type: "move", key: "d", to: 0 }))).toBe("dabc");
    expect(order(edited("abcd", { type: "move", key: "a", to: 2 }))).toBe("bcad");
    const overRetired = edited(
      "abcd",
      { type: "retire", key: "b" },
      { type: "move", key: "c", to: 0 },
    );
    expect(order(overRetired)).toBe("cad");
    expect(order(stepEdit(overRetired, { type: "takeBack", key: "b" }))).toBe("cabd");
  });

  test("gives a new lesson an id of its title, until another one is written", () => {
    let edit = edited("ab", { type: "add", key: "n", title: "", after: "a" });
    const change = (change: object) => {
      edit = stepEdit(edit, { type: "change", key: "n", change });
      return edit.draft.lessons[1]?.id;
    };
    expect(change({ title: "Über Öfen & Co." })).toBe("uber-ofen-co");
    expect(change({ title: "A" })).toBe("a-2");
    expect(change({ id: "own" })).toBe("own");
    expect(change({ title: "B" })).toBe("own");
  });

  test("keeps the id of a published lesson whatever is written", () => {
    const edit = edited("ab", { type: "change", key: "a", change: { id: "z", title: "Z" } });
    expect(bodyOf(edit.draft).lessons[0]).toMatchObject({ id: "a", title: "Z" });
  });

  test("says what replaces a retired lesson, as long as that is there", () => {
    const edit = edited(
      "abc",
      { type: "retire", key: "b" },
      { type: "replace", key: "b", by: "c" },
    );
    expect(bodyOf(edit.draft).replacedBy).toEqual({ b: "c" });
    expect(bodyOf(stepEdit(edit, { type: "retire", key: "c" }).draft).replacedBy).toBeUndefined();
    expect(bodyOf(stepEdit(edit, { type: "takeBack", key: "b" }).draft).replacedBy).toBeUndefined();
  });

  test("takes no more lessons than the API does", () => {
    const base = {
      ...outline("a"),
      lessons: Array.from({ length: mostLessons }, (_, n) => lesson(n)),
    };
    const full = beginEdit(base);
    expect(stepEdit(full, { type: "add", key: "n", title: "One more" })).toBe(full);
    const retired = stepEdit(full, { type: "retire", key: "lesson 5" });
    const refilled = stepEdit(retired, { type: "add", key: "n", title: "One more" });
    expect(liveLessons(refilled.draft)).toHaveLength(mostLessons);
    expect(stepEdit(refilled, { type: "takeBack", key: "lesson 5" })).toBe(refilled);
  });

  test("sends every lesson once and in order, whatever was done", () => {
    const property = fc.property(someActs, (acts) => {
      const { draft } = edited("abcde", ...acts);
      const sent = bodyOf(draft).lessons.map(({ id }) => id);
      expect(sent).toEqual(liveLessons(draft).map(({ id }) => id));
      expect(new Set(sent).size).toBe(sent.length);
      const ids = new Set(draft.lessons.map(({ id }) => id));
      for (const published of "abcde") expect(ids).toContain(published);
      for (const by of Object.values(bodyOf(draft).replacedBy ?? {})) expect(sent).toContain(by);
    });
    fc.assert(property, { numRuns: propertyRuns(200) });
  });
});

function lesson(n: number): Outline["lessons"][number] {
  const [one] = outline("a").lessons;
  if (one === undefined) throw new Error("The outline has a lesson.");
  return { ...one, id: `lesson ${n}`, title: `Lesson ${n}`, position: n + 1 };
}

describe("the steps of an edit", () => {
  test("undone one by one lead back to the beginning, and redone to the end", () => {
    const property = fc.property(someActs, (acts) => {
      const base = outline("abcde");
      const end = edited("abcde", ...acts);
      let back = end;
      while (back.past.length > 0) back = stepEdit(back, { type: "undo" });
      expect(back.draft).toEqual(draftOf(base));
      expect(changesOf(base, back.draft).any).toBe(false);
      while (back.future.length > 0) back = stepEdit(back, { type: "redo" });
      expect(back.draft).toEqual(end.draft);
    });
    fc.assert(property, { numRuns: propertyRuns(200) });
  });

  test("take what is typed into one field as one", () => {
    const typed = ["F", "Fi", "Fir"].map(
      (title): Act => ({ type: "change", key: "a", change: { title } }),
    );
    const edit = edited("ab", ...typed, { type: "change", key: "b", change: { title: "B" } });
    expect(edit.past).toHaveLength(2);
    expect(stepEdit(edit, { type: "undo" }).draft.lessons[0]?.title).toBe("Fir");
  });

  test("are kept up to a limit", () => {
    const acts = Array.from({ length: mostSteps + 20 }, (_, n): Act => {
      return { type: "move", key: "a", to: n % 2 === 0 ? 1 : 0 };
    });
    expect(edited("ab", ...acts).past).toHaveLength(mostSteps);
  });

  test("have the reset among them", () => {
    const reset = stepEdit(edited("abc", { type: "retire", key: "a" }), { type: "reset" });
    expect(order(reset)).toBe("abc");
    expect(order(stepEdit(reset, { type: "undo" }))).toBe("bc");
  });
});

describe("what a draft changes", () => {
  test("is said of each lesson, as few moved as can be", () => {
    const acts: Act[] = [
      { type: "move", key: "d", to: 0 },
      { type: "retire", key: "b" },
      { type: "change", key: "c", change: { title: "Sea" } },
      { type: "change", key: "c", change: { required: false } },
      { type: "add", key: "n", title: "New" },
    ];
    const changes = changesOf(outline("abcd"), edited("abcd", ...acts).draft);
    expect(Object.fromEntries(changes.lessons)).toEqual({
      d: ["moved"],
      b: ["retired"],
      c: ["renamed", "requirementChanged"],
      n: ["added"],
    });
    expect(changeSentence(changes)).toBe(
      "1 lesson added, 1 retired, 1 moved, 1 renamed, 1 made required or optional",
    );
  });

  test("is nothing where a change was taken back by hand", () => {
    const acts: Act[] = [
      { type: "move", key: "a", to: 1 },
      { type: "move", key: "a", to: 0 },
      { type: "change", key: "a", change: { title: "a " } },
    ];
    const changes = changesOf(outline("ab"), edited("ab", ...acts).draft);
    expect(changes.any).toBe(false);
    expect(changeSentence(changes)).toBe("Nothing changed yet");
  });

  test("is said of attempts in words and numbers", () => {
    const effect = {
      openAttempts: 1_204,
      percentageFalls: 37,
      percentageRises: 12,
      becomeComplete: 4,
      completedKept: 380,
    };
    expect(effectSentence(effect)).toBe(
      "1,204 open attempts: 37 percentages fall, 12 rise, 4 become complete. " +
        "380 completions are kept.",
    );
    const one = { ...effect, openAttempts: 1, percentageFalls: 0, percentageRises: 1 };
    expect(effectSentence({ ...one, becomeComplete: 1, completedKept: 1 })).toBe(
      "1 open attempt: 1 percentage rises, 1 becomes complete. 1 completion is kept.",
    );
    const none = { ...one, percentageRises: 0, becomeComplete: 0, completedKept: 0 };
    expect(effectSentence(none)).toBe("1 open attempt: no percentage changes.");
    expect(effectSentence({ ...none, openAttempts: 0 })).toBe("No open attempt is counted anew.");
  });
});

describe("a draft on another version", () => {
  test("is itself where the version is the same", () => {
    const property = fc.property(someActs, (acts) => {
      const { draft } = edited("abcde", ...acts);
      expect(carryOver(outline("abcde"), outline("abcde"), draft)).toEqual(draft);
    });
    fc.assert(property, { numRuns: propertyRuns(200) });
  });

  test("keeps what was edited and takes what was not", () => {
    const theirs = outline("acxd", 2);
    theirs.title = "Fire safety 2026";
    const { draft } = edited(
      "abcd",
      { type: "change", key: "a", change: { title: "Mine" } },
      { type: "add", key: "n", title: "New", after: "b" },
      { type: "retire", key: "d" },
    );
    const carried = carryOver(outline("abcd"), theirs, draft);
    expect(carried.title).toBe("Fire safety 2026");
    expect(carried.lessons.map(({ id }) => id)).toEqual(["a", "new", "c", "x", "d"]);
    expect(carried.lessons[0]?.title).toBe("Mine");
    expect(carried.lessons[4]?.isRetired).toBe(true);
  });

  test("keeps its own order where it moved a lesson", () => {
    const { draft } = edited("abcd", { type: "move", key: "d", to: 0 });
    const carried = carryOver(outline("abcd"), outline("abxcd", 2), draft);
    expect(carried.lessons.map(({ id }) => id).join("")).toBe("dabxc");
  });

  test("names every lesson once, whatever both did", () => {
    const property = fc.property(someActs, someActs, (mine, other) => {
      const theirs = bodyOf(edited("abcde", ...other).draft).lessons.map(({ id }, at) => {
        return { ...lesson(at), id };
      });
      const version = { ...outline(""), lessons: theirs };
      const carried = carryOver(outline("abcde"), version, edited("abcde", ...mine).draft);
      const keys = carried.lessons.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      const ids = carried.lessons.map(({ id }) => id);
      for (const { id } of theirs) expect(ids.filter((one) => one === id)).toHaveLength(1);
    });
    fc.assert(property, { numRuns: propertyRuns(200) });
  });
});

describe("mistakes in a draft", () => {
  test("stand at their fields", () => {
    const { draft } = edited(
      "ab",
      { type: "retitle", title: " " },
      { type: "add", key: "n", title: "" },
      { type: "change", key: "n", change: { id: "a" } },
      { type: "change", key: "b", change: { section: "s".repeat(1_001) } },
    );
    const found = findMistakes(draft);
    expect(found.title).toBe("The course needs a title.");
    expect(Object.fromEntries(found.lessons)).toEqual({
      n: { title: "A lesson needs a title.", id: "Another lesson of this course has this id." },
      b: { section: "A section's name has 1,000 characters at most." },
    });
    expect(isMistaken(findMistakes(draftOf(outline("ab"))))).toBe(false);
  });

  test("are found in an id of more than 255 characters, none of which counts twice", () => {
    const withId = (id: string) =>
      findMistakes(
        edited(
          "a",
          { type: "add", key: "n", title: "New" },
          { type: "change", key: "n", change: { id } },
        ).draft,
      );
    expect(isMistaken(withId("🔥".repeat(255)))).toBe(false);
    expect(withId("🔥".repeat(256)).lessons.get("n")?.id).toMatch("255 characters");
  });

  test("that the API found stand at the lessons that it counted", () => {
    const { draft } = edited(
      "abc",
      { type: "retire", key: "a" },
      { type: "add", key: "n", title: "New" },
    );
    const refusal = (code: string, errors?: object[]) =>
      new ApiProblem(new Response(null, { status: 422 }), {
        code,
        detail: "Refused.",
        errors,
      } as never);
    const named = refusal("text_out_of_range", [
      { path: "body.lessons[1].title", message: "Too long." },
      { path: "body.title", message: "Too long too." },
    ]);
    const found = refusedFields(draft, named);
    expect(Object.fromEntries(found.lessons)).toEqual({ c: { title: "Too long." } });
    expect(found).toMatchObject({ title: "Too long too.", rest: "" });
    const taken = refusedFields(draft, refusal("lesson_of_another_course"));
    expect(taken.lessons.get("n")?.id).toBe("Another course has a lesson of this id.");
    expect(refusedFields(draft, refusal("timed_out")).rest).toBe("Refused.");
  });
});

describe("an id of a title", () => {
  test.each([
    ["Why fires start", "why-fires-start"],
    ["  Größe & Maß! ", "grosse-mass"],
    ["L'été n'est pas loin", "lete-nest-pas-loin"],
    ["السلامة", "lesson"],
    ["", "lesson"],
  ])("is plain: %s", (title, id) => {
    expect(slugOf(title)).toBe(id);
  });

  test("ends after 60 characters, and never with a hyphen", () => {
    expect(slugOf(`${"a".repeat(59)} b`)).toBe("a".repeat(59));
    expect(slugOf("word ".repeat(40)).length).toBeLessThanOrEqual(60);
  });

  test("is numbered where it is taken", () => {
    expect(freeId("a", new Set(["a", "a-2"]))).toBe("a-3");
  });
});
