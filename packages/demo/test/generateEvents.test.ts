import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { generateEvents, type LoadEvent, type LoadOptions, loadOutline } from "../src/index.ts";

const options: LoadOptions = {
  seed: 1,
  learners: 2500,
  start: new Date("2026-01-01T00:00:00Z"),
  end: new Date("2026-10-01T00:00:00Z"),
};

function digest(given: Partial<LoadOptions>): string {
  const hash = createHash("sha256");
  for (const event of generateEvents({ ...options, learners: 300, ...given }))
    hash.update(JSON.stringify(event));
  return hash.digest("hex");
}

function byLesson(events: Iterable<LoadEvent>) {
  const records = new Map<string, { learner: string; lesson: string; completed: boolean }>();
  for (const { type, learner, lesson } of events) {
    const key = `${learner} ${lesson}`;
    const completed = type === "lesson.completed" || records.get(key)?.completed === true;
    records.set(key, { learner, lesson, completed });
  }
  return [...records.values()];
}

test("the same seed gives the same events, another seed others", () => {
  expect(digest({})).toBe(digest({}));
  expect(digest({ seed: 2 })).not.toBe(digest({}));
});

test("parts of a population, put together, are the population", () => {
  const whole = [...generateEvents({ ...options, learners: 30 })];
  const parts = [1, 11, 21].flatMap((firstLearner) => [
    ...generateEvents({ ...options, firstLearner, learners: 10 }),
  ]);
  expect(parts).toEqual(whole);
});

test.each([
  { lessons: 40, recordsPerAttempt: undefined, mean: 25 },
  { lessons: 40, recordsPerAttempt: 33, mean: 33 },
  { lessons: 12, recordsPerAttempt: undefined, mean: 7.5 },
])("an attempt at $lessons lessons has $mean lesson records on average", (given) => {
  const records = byLesson(generateEvents({ ...options, ...given }));
  expect(Math.abs(records.length / options.learners / given.mean - 1)).toBeLessThan(0.03);
});

test("a learner's events are in order of time, viewed before completed, none after the end", () => {
  const ids = new Set(loadOutline().lessons.map(({ id }) => id));
  const viewed = new Set<string>();
  let previous: LoadEvent | undefined;
  const wrong: LoadEvent[] = [];
  for (const event of generateEvents(options)) {
    const goesOn = previous?.learner === event.learner;
    if (!goesOn) viewed.clear();
    if (event.type === "lesson.completed" && !viewed.has(event.lesson)) wrong.push(event);
    if (goesOn && previous && event.at < previous.at) wrong.push(event);
    if (event.at > options.end || !ids.has(event.lesson)) wrong.push(event);
    viewed.add(event.lesson);
    previous = event;
  }
  expect(wrong).toEqual([]);
  expect(previous?.learner).toBe("lr-2500");
});

test("hard lessons lose several times as many learners as the others", () => {
  const counts = new Map<string, { viewed: number; completed: number }>();
  for (const { lesson, completed } of byLesson(generateEvents(options))) {
    const count = counts.get(lesson) ?? { viewed: 0, completed: 0 };
    counts.set(lesson, {
      viewed: count.viewed + 1,
      completed: count.completed + Number(completed),
    });
  }
  const rate = (lesson: string) => {
    const { viewed, completed } = counts.get(lesson) ?? { viewed: 0, completed: 0 };
    return 1 - completed / viewed;
  };
  expect(rate("load-07")).toBeGreaterThan(1.4 * rate("load-06"));
  expect(rate("load-06")).toBeGreaterThan(0);
});
