import { describe, expect, test } from "vitest";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { completedLessons, completionButton, lessonOf, sees } from "./support/onPage.ts";
import { useAcademy } from "./support/useAcademy.ts";

/** As a browser that is killed: what a page sends while it is being left is not sent. */
function dieSuddenly(): void {
  const { fetch } = window;
  window.fetch = (input, init) =>
    init?.keepalive === true ? new Promise(() => undefined) : fetch(input, init);
}

describe("offline", () => {
  const academy = useAcademy();
  const browser = useBrowser();
  const personAs = (learner: string) =>
    browser.person({ cookies: { milepost_demo_learner: learner } });
  const pageOf = async (learner: string) => {
    const params = { path: { learner, course: "fire-safety" } };
    const path = "/v1/learners/{learner}/courses/{course}";
    return (await academy.client.GET(path, { params })).data;
  };
  const recordedOf = async (learner: string) => {
    const params = { path: { learner, course: "fire-safety" }, query: { limit: 1_000 } };
    const path = "/v1/learners/{learner}/courses/{course}/timeline";
    const { data } = await academy.client.GET(path, { params });
    return data.items.filter(({ type }) => type === "lesson.completed").map((item) => item.lesson);
  };
  const three = ["fs-first-minute", "fs-calling-for-help", "fs-right-extinguisher"];

  test("three lessons completed in two tabs outlive a reload and arrive once, with their times", async () => {
    const person = await personAs("ada");
    const first = await person.open(academy.url + lessonOf("fs-first-minute"), dieSuddenly);
    const second = await person.open(academy.url + lessonOf("fs-calling-for-help"), dieSuddenly);
    await person.setOffline(true);
    const before = Date.now();
    await completionButton(first).click();
    await completionButton(second).click();
    for (const page of [first, second]) {
      await sees(page, "Will sync when online");
      await sees(page, "You are offline. ");
      // Either tab knows of both, and neither says that they are saved.
      await sees(page, "3 of 10 lessons · 2 more, not sent yet");
      expect(await completedLessons(page)).toBe("3");
    }

    // The site is there again before its API is.
    await person.block("**/v1/**");
    await person.setOffline(false);
    await first.goto(academy.url + lessonOf("fs-right-extinguisher"));
    await sees(first, "3 of 10 lessons · 2 more, not sent yet");
    await completionButton(first).click();
    await second.reload();
    for (const page of [first, second]) {
      await sees(page, "3 of 10 lessons · 3 more, not sent yet");
      await sees(page, "Will sync when online");
      expect(await completedLessons(page)).toBe("3");
    }
    expect((await pageOf("ada")).completedLessons).toBe(3);

    const after = Date.now();
    await person.unblock("**/v1/**");
    for (const page of [first, second]) await sees(page, /^6 of 10 lessons$/);
    for (const page of [first, second]) {
      await page.getByRole("button", { name: "Retry" }).waitFor({ state: "detached" });
    }
    const { lessons, completedLessons: completed } = await pageOf("ada");
    expect(completed).toBe(6);
    for (const id of three) {
      const at = Date.parse(lessons.find((lesson) => lesson.id === id)?.completedAt ?? "");
      expect(at).toBeGreaterThanOrEqual(before);
      expect(at).toBeLessThanOrEqual(after);
    }
    const recorded = await recordedOf("ada");
    expect(three.map((id) => recorded.filter((one) => one === id).length)).toEqual([1, 1, 1]);
  });

  test("what one learner left unsent is never sent as another's, and goes on when they are back", async () => {
    const person = await personAs("dora");
    const params = { path: { course: "fire-safety", learner: "dora" } };
    const path = "/v1/courses/{course}/enrollments/{learner}/retake";
    await academy.client.POST(path, { params });
    const page = await person.open(academy.url + lessonOf("fs-first-minute"));
    await person.block("**/v1/**");
    await completionButton(page).click();
    await sees(page, "1 more, not sent yet");

    await page
      .getByRole("combobox")
      .selectOption({ label: "Ada Example, in the middle of a course" });
    await page.getByRole("heading", { name: "Hello, Ada" }).waitFor();
    await person.unblock("**/v1/**");
    await page.goto(academy.url + lessonOf("fs-hot-work"));
    await completionButton(page).click();
    await sees(page, /^Completed \d/);
    expect((await recordedOf("ada")).filter((one) => one === "fs-first-minute")).toHaveLength(1);
    // Leaving the page sent it on the way, as hers, where no page was there to hear the answer.
    expect((await pageOf("dora")).completedLessons).toBe(1);

    const again = await person.openAs(academy.url + lessonOf("fs-first-minute"), {
      milepost_demo_learner: "dora",
    });
    await sees(again, /^1 of 10 lessons$/);
    await sees(again, /^Completed \d/);
    expect(await recordedOf("dora")).toHaveLength(11);
  });

  test("a browser that keeps nothing says so, and what is done is sent all the same", async () => {
    const person = await personAs("emil");
    const page = await person.open(
      `${academy.url}/demo/courses/data-protection/lessons/dp-guests`,
      () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException("Not in a private window.", "SecurityError");
        };
      },
    );
    await person.block("**/v1/**");
    await completionButton(page).click();
    await sees(page, "This browser keeps nothing for this page: stay here until all is sent.");
    await person.unblock("**/v1/**");
    await sees(page, /^Completed \d/);
    const detail = { path: { learner: "emil", course: "data-protection" } };
    const { data } = await academy.client.GET("/v1/learners/{learner}/courses/{course}", {
      params: detail,
    });
    expect(data.completedLessons).toBe(1);
  });

  test("who has to log in again keeps what they did until they have", async () => {
    const person = await personAs("cleo");
    const url = `${academy.url}/demo/courses/new-manager/lessons/nm-praise`;
    let tokens = 0;
    await person.answer("**/demo/token", async (route) => {
      tokens++;
      if (tokens <= 4) await route.fulfill({ body: "expired.expired.expired" });
      else await route.continue();
    });
    const page = await person.open(url);
    await completionButton(page).click();
    await sees(page, "Will sync when online");
    await sees(page, /^Completed \d/);
    expect(tokens).toBeGreaterThan(4);
  });
});
