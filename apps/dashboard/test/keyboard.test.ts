import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { useDemoDashboard } from "./support/useDemoDashboard.ts";

/** Presses Tab until the focus is on what is looked for; a person would not go farther either. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let n = 0; n < 60; n++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const { activeElement: one } = document;
      return `${one?.getAttribute("aria-label") ?? ""} ${one?.textContent ?? ""}`.trim();
    });
    if (name.test(at)) return;
  }
  throw new Error(`Tab does not get to ${name}.`);
}

describe("the dashboard without a pointer", () => {
  const dashboard = useDemoDashboard();
  const browser = useBrowser();

  test("from the overdue number to two deadlines extended, and back", async () => {
    const person = await browser.person();
    const page = await person.open(`${dashboard.url}/admin`);
    await page.locator(".md-stat-value").first().waitFor();
    const total = Number(await page.locator(".md-stat-value").first().textContent());
    await tabTo(page, new RegExp(`^${total}$`));
    await page.keyboard.press("Enter");
    await page.getByRole("grid", { name: "Overdue attempts" }).waitFor();
    await page.locator("tbody tr").first().waitFor();
    const before = await dashboard.client.GET("/v1/reports/overdue", {
      params: { query: { limit: 2 } },
    });

    await tabTo(page, /lr-\d+.*days/);
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Shift+Space");
    await page.getByText("2 selected").waitFor();
    while (true) {
      await page.keyboard.press("Shift+Tab");
      if ((await page.evaluate(() => document.activeElement?.textContent)) === "Extend") break;
    }
    await page.keyboard.press("Enter");

    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    // The number of days has the focus: of the shortest that helps, a year and a month.
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("400");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await tabTo(page, /^Preview$/);
    await page.keyboard.press("Enter");
    await dialog.getByText("2 attempts will be extended.").waitFor();
    await tabTo(page, /^Confirm for 2 attempts$/);
    await page.keyboard.press("Enter");
    await dialog.getByText("2 attempts extended.").waitFor();

    const first = before.data.items[0];
    if (first?.learner == null) throw new Error("Nobody is overdue.");
    const path = { learner: first.learner, course: first.course };
    const read = async () =>
      (await dashboard.client.GET("/v1/learners/{learner}/courses/{course}", { params: { path } }))
        .data.due;
    const extended = await read();
    expect(extended).toMatchObject({ overdue: false, originalAt: first.originalDueAt });
    // Calendar days: an hour more or less where the clocks have changed between.
    const days = (Date.parse(extended?.at ?? "") - Date.parse(first.dueAt)) / 86_400_000;
    expect(Math.round(days)).toBe(400);

    await tabTo(page, /^Undo$/);
    await page.keyboard.press("Enter");
    await dialog.getByText("2 attempts put back as they were.").waitFor();
    expect(await read()).toMatchObject({ at: first.dueAt, overdue: true });
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  });

  test("points of a chart are walked, told and shown as numbers", async () => {
    const person = await browser.person();
    const page = await person.open(`${dashboard.url}/admin/deadlines`);
    const chart = page.getByRole("slider", { name: "Points of How long overdue" });
    await chart.waitFor();
    await chart.focus();
    await page.keyboard.press("ArrowRight");
    await expect
      .poll(() => chart.getAttribute("aria-valuetext"))
      .toMatch(/^8–30 days: [\d,]+ attempts?$/);
    await page.keyboard.press("t");
    const table = page.getByRole("region", { name: "Table of How long overdue" });
    await table.waitFor();
    const numbers = await table.locator("tbody td").allTextContents();
    const { data } = await dashboard.client.GET("/v1/reports/deadlines");
    expect(numbers.map(Number)).toEqual(Object.values(data.ageing));
  });

  test("single keys search, filter and can be switched off", async () => {
    const person = await browser.person();
    const page = await person.open(`${dashboard.url}/admin/courses`);
    await page.locator("tbody tr").first().waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("fire");
    await page.getByText("1 row", { exact: true }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("?");
    const keys = page.getByRole("dialog", { name: "Keyboard" });
    await keys.getByLabel("Single-key shortcuts").press("Space");
    await page.keyboard.press("Escape");
    await keys.waitFor({ state: "hidden" });
    await page.keyboard.press("?");
    await expect.poll(() => keys.count()).toBe(0);
  });
});
