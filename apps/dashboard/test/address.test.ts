import { describe, expect, test } from "vitest";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { useDemoDashboard } from "./support/useDemoDashboard.ts";

describe("an address", () => {
  const dashboard = useDemoDashboard();
  const browser = useBrowser();
  const shownRows = ".md-table tbody th";

  test("shows another administrator what was chosen, and Back what was before", async () => {
    const person = await browser.person();
    const page = await person.open(`${dashboard.url}/admin/courses/fire-safety`);
    await page.getByRole("tab", { name: "Learners" }).click();
    await page.locator(shownRows).first().waitFor();
    const all = await page.locator(shownRows).allTextContents();
    await page.getByRole("combobox", { name: "State" }).click();
    await page.getByRole("option", { name: "Completed" }).click();
    const { data } = await dashboard.client.GET("/v1/reports/courses/{course}", {
      params: { path: { course: "fire-safety" } },
    });
    await page.getByText(`${data.completed} rows`, { exact: true }).waitFor();
    await page.getByRole("button", { name: "Last activity" }).click();
    await page.locator('th[aria-sort="descending"]').waitFor();
    const { data: list } = await dashboard.client.GET("/v1/reports/courses/{course}/learners", {
      params: {
        path: { course: "fire-safety" },
        query: { state: "completed", sort: "lastActivity", order: "desc" },
      },
    });
    const sorted = list.items.map(({ name, learner }) => `${name}${learner}`);
    const shown = () => page.locator(shownRows).allTextContents();
    await expect.poll(async () => (await shown()).slice(0, 10)).toEqual(sorted.slice(0, 10));
    const chosen = await shown();
    expect(chosen).not.toEqual(all);

    const other = await (await browser.person()).open(page.url());
    await other.locator('th[aria-sort="descending"]').waitFor();
    await expect.poll(() => other.locator(shownRows).allTextContents()).toEqual(chosen);

    await page.locator(`${shownRows} a`).first().click();
    await page.getByRole("heading", { level: 1 }).filter({ hasNotText: "Fire" }).waitFor();
    await page.goBack();
    await page.locator('th[aria-sort="descending"]').waitFor();
    await expect.poll(() => page.locator(shownRows).allTextContents()).toEqual(chosen);
    await page.goBack();
    await page.locator('th[aria-sort="ascending"]').waitFor();
  });

  test("of keys that are not known, and of another version, is the page without them", async () => {
    const person = await browser.person();
    const page = await person.open(`${dashboard.url}/admin/courses?v=1&zz=1&q=fire`);
    await page.getByText("1 row", { exact: true }).waitFor();
    await page.goto(`${dashboard.url}/admin/courses?v=2&q=fire`);
    await page.getByText("5 rows").waitFor();
  });

  test("is kept under a name, opened by it, and opened with the page when it is starred", async () => {
    const person = await browser.person();
    const page = await person.open(`${dashboard.url}/admin/courses?v=1&q=data`);
    await page.getByText("1 row", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Views" }).click();
    await page.getByRole("menuitem", { name: "Save what is shown" }).click();
    await page.getByLabel("Name").fill("Data courses");
    await page.getByLabel("Open this page with it").check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Data courses" }).waitFor();

    const other = await (await browser.person()).open(`${dashboard.url}/admin/courses`);
    await other.getByText("1 row", { exact: true }).waitFor();
    expect(new URL(other.url()).search).toBe("?v=1&q=data");
    await other.getByRole("button", { name: "Data courses" }).click();
    await other.getByRole("menuitem", { name: "Reset the page" }).click();
    await other.getByText("5 rows").waitFor();
    await other.getByRole("button", { name: "Views" }).click();
    await other.getByRole("menuitem", { name: "Data courses" }).click();
    await other.getByText("1 row", { exact: true }).waitFor();
    await other.getByRole("button", { name: "Data courses" }).click();
    await other.getByRole("menuitem", { name: /delete “Data courses”/ }).click();
    await other.getByRole("button", { name: "Delete" }).click();
    await other.getByRole("button", { name: "Views" }).waitFor();
    const { data } = await dashboard.client.GET("/v1/views", { params: { query: {} } });
    expect(data.items).toEqual([]);
  });
});
