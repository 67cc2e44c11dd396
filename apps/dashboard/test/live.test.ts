import type { MilepostClient } from "@milepost/client";
import { describe, expect, test } from "vitest";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { useDemoDashboard } from "./support/useDemoDashboard.ts";

/** The number beside a state in the head of a course. */
const completed = ".md-legend li:first-child strong";

async function completeAll(client: MilepostClient, learner: string): Promise<void> {
  const course = "fire-safety";
  const path = { course, learner };
  await client.PUT("/v1/courses/{course}/enrollments/{learner}", { params: { path }, body: {} });
  const page = await client.GET("/v1/learners/{learner}/courses/{course}", { params: { path } });
  // In one request: told as one, or what comes after the first would wait for the next reading.
  const events = page.data.lessons.map(({ id: lesson }) => {
    return { type: "lesson.completed" as const, learner, lesson };
  });
  await client.POST("/v1/events", { params: { header: {} }, body: { events } });
}

describe("live figures", () => {
  const dashboard = useDemoDashboard();
  const browser = useBrowser();

  test("an event shows within five seconds, in the figures alone until rows are asked for", async () => {
    const person = await browser.person();
    const page = await person.open(`${dashboard.url}/admin/courses/fire-safety?v=1&t=learners`);
    const rows = page.locator(".md-table-count");
    await rows.filter({ hasText: "rows" }).waitFor();
    await page.locator('.md-fresh[data-tone="live"]').waitFor();
    const before = Number(await page.locator(completed).textContent());
    const first = await page.locator("tbody th").first().textContent();

    await completeAll(dashboard.client, "aaa-new");
    await page
      .locator(completed)
      .filter({ hasText: new RegExp(`^${before + 1}$`) })
      .waitFor({ timeout: 5_000 });
    // The new learner would be first of all, but tables do not move under their reader.
    expect(await page.locator("tbody th").first().textContent()).toBe(first);
    await page.getByRole("button", { name: "Show" }).click();
    await page.locator("tbody th").first().filter({ hasText: "aaa-new" }).waitFor();
  });

  test("paused, nothing changes until it goes on", async () => {
    const person = await browser.person();
    const page = await person.open(`${dashboard.url}/admin/courses/fire-safety`);
    await page.locator('.md-fresh[data-tone="live"]').waitFor();
    const before = Number(await page.locator(completed).textContent());
    await page.getByRole("button", { name: "Pause live updates" }).click();
    await expect
      .poll(() => page.locator(".md-fresh-text").textContent())
      .toMatch(/^Paused · data to \d\d:\d\d$/);
    await completeAll(dashboard.client, "bbb-new");
    const { data } = await dashboard.client.GET("/v1/reports/courses/{course}", {
      params: { path: { course: "fire-safety" } },
    });
    expect(data.states.completedOnTime).toBe(before + 1);
    expect(Number(await page.locator(completed).textContent())).toBe(before);
    await page.getByRole("button", { name: "Go on with live updates" }).click();
    await page
      .locator(completed)
      .filter({ hasText: `${before + 1}` })
      .waitFor();
  });
});
