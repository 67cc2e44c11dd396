import { mergePending, resume } from "@milepost/progress";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { useApi } from "../../server/test/support/useApi.ts";
import type { CourseState } from "../src/store/types.ts";
import { readView } from "../src/view/readView.ts";

const lessonIds = ["a", "b", "c", "d", "x"];
const outlineOf = (ids: readonly string[]) =>
  ids.map((id) => ({ id, title: `Lesson ${id}`, required: id !== "x" }));

interface Fact {
  readonly type: "lesson.viewed" | "lesson.completed";
  readonly lesson: string;
  readonly minute: number;
}

const fact = fc.record({
  type: fc.constantFrom("lesson.viewed" as const, "lesson.completed" as const),
  lesson: fc.constantFrom(...lessonIds),
  minute: fc.integer({ min: 0, max: 600 }),
});
const facts = (maxLength: number) =>
  fc.uniqueArray(fact, { maxLength, selector: ({ minute }) => minute });

describe("what this device shows before the server has its facts", () => {
  const api = useApi("PostgreSQL");
  let number = 0;
  const send = (learner: string, course: string, list: readonly Fact[]) => {
    const events = list.map(({ type, lesson, minute }) => ({
      type,
      learner,
      lesson: `${course}-${lesson}`,
      at: new Date(Date.UTC(2026, 1, 1, 0, minute)).toISOString(),
    }));
    return api.client(api.service).POST("/v1/events", { body: { events } });
  };
  const read = async (learner: string, course: string) => {
    const params = { path: { learner, course } };
    const path = "/v1/learners/{learner}/courses/{course}";
    return (await api.client(api.service).GET(path, { params })).data;
  };
  const put = (course: string, ids: readonly string[]) => {
    const lessons = outlineOf(ids).map((l) => ({ ...l, id: `${course}-${l.id}` }));
    return api.client(api.service).PUT("/v1/courses/{course}", {
      params: { path: { course } },
      body: { title: "Fire safety", lessons },
    });
  };

  test("is what the server shows once it has them: marks, counts, and where to go on", async () => {
    const retired = fc.option(fc.constantFrom(...lessonIds.slice(0, 4)), { nil: null });
    const property = fc.asyncProperty(facts(6), facts(5), retired, async (known, made, gone) => {
      const [course, learner] = [`fs${++number}`, `ada${number}`];
      await put(course, lessonIds);
      await api.client(api.service).PUT("/v1/courses/{course}/enrollments/{learner}", {
        params: { path: { course, learner } },
      });
      await send(learner, course, known);
      if (gone !== null)
        await put(
          course,
          lessonIds.filter((id) => id !== gone),
        );
      const page = await read(learner, course);
      const names = [...page.lessons, ...page.retiredLessons].map(({ id }) => id);
      // Of a lesson that went away before it was ever touched no page says anything.
      const own = made.filter(({ lesson }) => names.includes(`${course}-${lesson}`));
      const state = stateOf(course, page, own);
      const view = readView(state, { gates: undefined, now: api.clock.now });

      await send(learner, course, own);
      const after = await read(learner, course);
      expect(view?.confirmed).toBe(page.completedLessons);
      expect((view?.confirmed ?? 0) + (view?.pending ?? 0)).toBe(after.completedLessons);
      const times = (lesson: (typeof after.lessons)[number]) => [
        lesson.id,
        lesson.viewed,
        lesson.firstViewedAt,
        lesson.lastViewedAt,
        lesson.completedAt,
      ];
      expect(view?.lessons.map(times)).toEqual(after.lessons.map(times));
      // Only the server says that the course is complete, and what follows from that.
      if (after.completedAt !== null && page.completedAt === null) return;
      const { mode, reason, lesson } = view?.resume ?? {};
      expect({ mode, reason, lesson: lesson?.id ?? null }).toEqual(after.resume);
    });
    await fc.assert(property, { numRuns: 60 });
  });

  function stateOf(course: string, page: CourseState["page"], own: readonly Fact[]): CourseState {
    const shown = own.map(({ type, lesson, minute }) => ({
      type,
      lesson: `${course}-${lesson}`,
      at: new Date(Date.UTC(2026, 1, 1, 0, minute)).toISOString(),
      confirmed: false,
    }));
    return {
      phase: "ready",
      page,
      facts: shown,
      refusals: [],
      undoable: [],
      sync: { unsent: shown.length, waiting: false, online: true, storage: "kept", live: "off" },
      rules: { mergePending, resume },
    };
  }
});
