import { describe, expect, test } from "vitest";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { completedLessons, completionButton, course, lessonOf, sees } from "./support/onPage.ts";
import { useAcademy } from "./support/useAcademy.ts";

describe("live", () => {
  const academy = useAcademy();
  const browser = useBrowser();
  const ada = () => browser.person({ cookies: { milepost_demo_learner: "ada" } });

  test("a completion on one device shows on another, and in every tab of it", async () => {
    const [phone, desk] = [await ada(), await ada()];
    const course1 = await desk.open(academy.url + course);
    const course2 = await desk.open(academy.url + course);
    const lesson = await phone.open(academy.url + lessonOf("fs-first-minute"));
    await sees(course1, /^3 of 10 lessons$/);
    await completionButton(lesson).click();
    for (const page of [course1, course2]) {
      await sees(page, /^4 of 10 lessons$/);
      await page.getByRole("link", { name: /^The first minute ?, completed/ }).waitFor();
      await page.getByRole("link", { name: "Continue: What to say when you call" }).waitFor();
    }
    expect(await completedLessons(course1)).toBe("4");
  });

  test("what the host itself records shows, too", async () => {
    const page = await (await ada()).open(academy.url + course);
    await sees(page, /^4 of 10 lessons$/);
    await academy.complete("ada", "fs-calling-for-help");
    await sees(page, /^5 of 10 lessons$/);
  });

  test("where there is no stream to be had, it asks", async () => {
    const desk = await ada();
    await desk.block("**/v1/events/stream");
    const asked: string[] = [];
    const page = await desk.open("about:blank");
    await page.clock.install();
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(academy.url + course);
    await sees(page, /^5 of 10 lessons$/);
    await expect.poll(() => asked.some((url) => url.includes("/stream"))).toBe(true);
    await academy.complete("ada", "fs-right-extinguisher");
    await page.clock.fastForward(10_000);
    await sees(page, /^6 of 10 lessons$/);
  });

  test("one tab of a browser listens for all of them", async () => {
    const desk = await ada();
    const streams: string[] = [];
    const pages = [];
    for (let n = 0; n < 4; n++) {
      const page = await desk.open("about:blank");
      page.on("request", (request) => {
        if (request.url().includes("/stream")) streams.push(request.url());
      });
      await page.goto(academy.url + course);
      await sees(page, /^6 of 10 lessons$/);
      pages.push(page);
    }
    await academy.complete("ada", "fs-assembly-point");
    for (const page of pages) await sees(page, /^7 of 10 lessons$/);
    expect(streams).toHaveLength(1);
    // Where that tab is closed another one goes on.
    await pages[0]?.close();
    await expect.poll(() => streams.length).toBe(2);
    await academy.complete("ada", "fs-people-who-need-help");
    for (const page of pages.slice(1)) await sees(page, /^8 of 10 lessons$/);
  });
});
