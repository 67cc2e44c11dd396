import { displayPercentage } from "@milepost/progress";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { findBarriers } from "../../../tests/browser/findBarriers.ts";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { instantText } from "../src/client/text/times.ts";
import { adaDue, addAda } from "./support/addAda.ts";
import { daysAgo } from "./support/daysAgo.ts";
import { useDashboard } from "./support/useDashboard.ts";

const utc = { id: "UTC", label: "UTC" };
const entries = (page: Page) => page.locator(".md-entry");
const then = (page: Page) => page.locator(".md-then");
const chosen = (page: Page) => page.getByRole("region", { name: "The chosen course" });
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

describe("a learner's page", () => {
  const dashboard = useDashboard();
  const browser = useBrowser();
  beforeAll(() => addAda(dashboard.client));

  async function open(query = "", options: Parameters<typeof browser.person>[0] = {}) {
    const person = await browser.person(options);
    const page = await person.open(`${dashboard.url}/admin/learners/ada?v=1&z=utc${query}`);
    await chosen(page).locator("h2").waitFor();
    return page;
  }

  test("says who it is, and of each course what the API answers", async () => {
    const { client } = dashboard;
    const page = await open();
    await page.getByRole("heading", { name: "Ada Lovelace" }).waitFor();
    const who = await page.getByRole("region", { name: "Who it is" }).innerText();
    expect(who).toContain("Europe/London");
    expect(who).toMatch(/The crew\s+team, since/);
    const params = { path: { learner: "ada" } };
    const { data } = await client.GET("/v1/learners/{learner}/courses", { params });
    expect(data.items).toHaveLength(2);
    for (const { title, completedLessons, totalLessons, completedAt, due } of data.items) {
      const row = page.locator("tr", { hasText: title });
      const percent = displayPercentage(completedLessons, totalLessons, completedAt !== null);
      await row.getByText(`${percent} %`, { exact: true }).waitFor();
      if (due !== null) await row.getByText(instantText(due.at, utc)).waitFor();
    }
  });

  test("explains its percentage, lesson by lesson", async () => {
    const page = await open("&c=gdpr");
    await button(page, "Explain the progress in Fire safety").click();
    const why = page.getByRole("dialog", { name: "Why does it say 83 %?" });
    await why.getByText("5 of 6 required lessons").waitFor();
    await expect.poll(() => why.innerText()).toContain("83.33 %, shown as 83 %");
    const missing = why.getByRole("region", { name: "Missing" });
    await expect
      .poll(() => missing.getByRole("listitem").allInnerTexts())
      .toEqual(["Reporting\nfs-6"]);
    const not = why.getByRole("region", { name: "Completed, and not counted" });
    await expect.poll(() => not.innerText()).toContain("optional: it never counts");
    await page.keyboard.press("Escape");
    await why.waitFor({ state: "hidden" });
    await page.goBack();
    await why.waitFor();
    await page.goBack();
    await chosen(page).getByRole("heading", { name: "Data protection" }).waitFor();
  });

  test("lists the ledger, says what came late, and is filtered by type", async () => {
    const page = await open("&c=fs");
    await entries(page).first().waitFor();
    const params = { path: { learner: "ada", course: "fs" } };
    const timeline = "/v1/learners/{learner}/courses/{course}/timeline" as const;
    const { data } = await dashboard.client.GET(timeline, { params });
    await expect.poll(() => entries(page).count()).toBe(data.items.length);
    const of = (title: string) => entries(page).filter({ hasText: title }).innerText();
    expect(await of("Escape routes")).toContain("Late-arriving: 5 d");
    expect(await of("Drill")).toContain("Offline or late: 3 h");
    await button(page, /^Deadline/).click();
    await expect.poll(() => entries(page).count()).toBe(1);
    await expect
      .poll(() => entries(page).innerText())
      .toMatch(new RegExp(`→\\s+to\\s+${instantText(adaDue, utc)} UTC`));
    await page.reload();
    await entries(page).waitFor();
    await page.goBack();
    await expect.poll(() => entries(page).count()).toBe(data.items.length);
  });

  test("replays how it stood at an instant", async () => {
    const page = await open(`&c=fs&at=${daysAgo(10)}&ck=occurred`);
    await expect.poll(() => then(page).innerText()).toMatch(/^Stalled.*50 %.*3 of 6 required/s);
    await page.getByText("What we knew").click();
    await then(page).getByText("Not enrolled yet").waitFor();
    await page.goBack();
    await then(page).getByText("3 of 6 required lessons").waitFor();
    await page.getByRole("button", { name: "The entry before" }).click();
    await page.getByRole("button", { name: "The entry before" }).click();
    await then(page).getByText("2 of 6 required lessons").waitFor();
    await page.getByRole("slider", { name: "As of" }).press("Home");
    await then(page).getByText("Not enrolled yet").waitFor();
    await button(page, "Back to now").click();
    await then(page).getByText("Now, as above").waitFor();
  });

  test("jumps to a day in the ledger", async () => {
    const page = await open("&c=fs");
    await entries(page).first().waitFor();
    await page.getByLabel("Jump to").fill(daysAgo(6).slice(0, 10));
    const here = page.locator(".md-entry:focus");
    await expect.poll(() => here.innerText()).toContain("Escape routes");
  });

  test("shows an earlier attempt, and its lessons", async () => {
    const page = await open("&c=gdpr");
    await entries(page).getByText("Enrolled again, attempt 2").waitFor();
    await page.getByRole("combobox", { name: "Attempt" }).click();
    await page.getByRole("option", { name: "Attempt 1", exact: true }).click();
    await entries(page).getByText("Completed the course").waitFor();
    await page.getByRole("tab", { name: "Lessons" }).click();
    const lesson = page.locator("tr", { hasText: "Whose data" });
    await lesson
      .getByText(/\d{4}, /)
      .first()
      .waitFor();
    await page.goBack();
    await page.goBack();
    await entries(page).getByText("Enrolled again, attempt 2").waitFor();
  });

  test.each(["light", "dark"] as const)("has no barrier that axe finds: %s", async (scheme) => {
    const page = await open(`&c=fs&at=${daysAgo(10)}`, { colorScheme: scheme });
    await entries(page).first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("tab", { name: "Lessons" }).click();
    await page.locator("tr", { hasText: "Alarms" }).waitFor();
    await chosen(page).getByRole("button", { name: "Explain" }).click();
    await page.getByRole("dialog").getByText("of 6 required lessons").waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });
});
