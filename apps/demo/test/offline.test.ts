import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { useAcademy } from "./support/useAcademy.ts";

const course = "/demo/courses/fire-safety";
const lessonOf = (id: string) => `${course}/lessons/${id}`;
const button = (page: Page) => page.getByRole("button", { name: "Mark lesson complete" });
const bar = (page: Page) => page.getByRole("progressbar").first();
const completed = (page: Page) => bar(page).getAttribute("aria-valuenow");

/** Resolves once the text is on the page. */
const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

describe("offline", () => {
  const academy = useAcademy();
  const browser = useBrowser();
  const ada = () => browser.person({ cookies: { milepost_demo_learner: "ada" } });
  const pageOf = async (learner: string) => {
    const params = { path: { learner, course: "fire-safety" } };
    const path = "/v1/learners/{learner}/courses/{course}";
    return (await academy.client.GET(path, { params })).data;
  };

  test("three lessons completed offline in two tabs arrive once each, with their times", async () => {
    const person = await ada();
    const first = await person.open(academy.url + lessonOf("fs-first-minute"));
    const second = await person.open(academy.url + lessonOf("fs-calling-for-help"));
    const third = await person.open(academy.url + lessonOf("fs-right-extinguisher"));
    await person.setOffline(true);
    const before = Date.now();
    for (const page of [first, second, third]) await button(page).click();
    for (const page of [first, second, third]) {
      await sees(page, "Will sync when online");
      // Each tab knows of all three, and none says that they are saved.
      await sees(page, "3 of 10 lessons · 3 more, not sent yet");
      expect(await completed(page)).toBe("3");
    }
    expect((await pageOf("ada")).completedLessons).toBe(3);

    const after = Date.now();
    await person.setOffline(false);
    for (const page of [first, second, third]) await sees(page, "6 of 10 lessons");
    const { lessons, completedLessons } = await pageOf("ada");
    expect(completedLessons).toBe(6);
    for (const id of ["fs-first-minute", "fs-calling-for-help", "fs-right-extinguisher"]) {
      const at = Date.parse(lessons.find((lesson) => lesson.id === id)?.completedAt ?? "");
      expect(at).toBeGreaterThanOrEqual(before);
      expect(at).toBeLessThanOrEqual(after);
    }
    const { data } = await academy.client.GET("/v1/learners/{learner}/courses/{course}/timeline", {
      params: { path: { learner: "ada", course: "fire-safety" }, query: { limit: 1_000 } },
    });
    const recorded = data.items.filter(({ type }) => type === "lesson.completed");
    expect(new Set(recorded.map(({ lesson }) => lesson)).size).toBe(recorded.length);
  });
});
