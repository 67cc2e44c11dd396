import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { addGroup, learnerIds } from "./support/addGroup.ts";
import { numberOf, rowsSaid } from "./support/rowsSaid.ts";
import { useDemoDashboard } from "./support/useDemoDashboard.ts";

const course = "/admin/courses/fire-safety?v=1";

/** A chart with points, from which of them on one is looked for that says how many, and how. */
const charts = [
  ["a curve", `${course}&t=time`, "Completed by day", 9, /(\d+) finisher/],
  ["a curve from enrollment", `${course}&t=time&fr=enrolled`, "Completed by day", 20, /(\d+) fini/],
  ["a group's curve", `${course}&t=time&g=most`, "Completed by day", 6, /(\d+) finisher/],
  ["finishers", `${course}&t=time`, "Finishers by days", 0, /: (\d+) finisher/],
  ["finishers who took longer", `${course}&t=time`, "Finishers by days", 3, /: (\d+) finisher/],
  ["ages of what is overdue", "/admin/deadlines", "How long overdue", 0, /: (\d+) attempt/],
  ["those in a course", `${course}&t=deadlines`, "How long overdue", 2, /: (\d+) attempt/],
  ["a day to come", "/admin", "Upcoming deadlines", 4, /: (\d+) attempt/],
  ["a month", `${course}&t=deadlines`, "On time by month", 6, /of (\d+) on time/],
  ["any month", "/admin/deadlines?v=1&t=history", "On time by month", 6, /of ([\d,]+) on time/],
] as const;

describe("a chart", () => {
  const dashboard = useDemoDashboard();
  const browser = useBrowser();

  /** Groups that are large enough to have a curve, and deadlines, whatever day it is. */
  beforeAll(async () => {
    const learners = await learnerIds(dashboard.client);
    await addGroup(dashboard.client, { id: "most", name: "Most", learners });
    const half = learners.filter((_, at) => at % 2 === 0);
    await addGroup(dashboard.client, { id: "half", name: "Every other", learners: half });
    // Whatever day it is, two days to come have somebody: one alone would be the whole list.
    for (const days of [3, 5]) {
      const path = { course: "fire-safety", learner: `due-in-${days}` };
      const due = { at: new Date(Date.now() + days * 86_400_000).toISOString() };
      const enrollment = "/v1/courses/{course}/enrollments/{learner}";
      await dashboard.client.PUT(enrollment, { params: { path }, body: { due } });
    }
  });

  /** Walks to the first point from there on that says more than none; answers what it says. */
  async function walk(page: Page, name: string, from: number, count: RegExp): Promise<string> {
    const points = page.getByRole("slider", { name: `Points of ${name}` });
    await points.focus();
    await page.keyboard.press("Home");
    const most = Number(await points.getAttribute("aria-valuemax"));
    let said = "";
    for (let n = 0; n <= most; n++) {
      said = (await points.getAttribute("aria-valuetext")) ?? "";
      if (n >= from && numberOf(count.exec(said)?.[1] ?? "") > 0) return said;
      await page.keyboard.press("ArrowRight");
    }
    throw new Error(`No point of ${name} has anybody, the last one says: ${said}`);
  }

  test.each(charts)(
    "of %s lists the people behind a point on Enter, as many as it says",
    async (...chart) => {
      const [, address, name, from, count] = chart;
      const person = await browser.person();
      const page = await person.open(dashboard.url + address);
      const n = numberOf(count.exec(await walk(page, name, from, count))?.[1] ?? "");
      const before = page.url();
      await page.keyboard.press("Enter");
      await expect.poll(() => page.url()).not.toBe(before);
      await expect.poll(() => rowsSaid(page)).toBe(n);
      // And all are shown again once what filters them is pressed.
      await page.getByRole("button", { name: /^Remove the filter by/ }).click();
      await expect.poll(() => rowsSaid(page)).toBeGreaterThan(n);
    },
  );

  test("of the overview counts as many as are listed behind each, whatever is chosen", async () => {
    const person = await browser.person();
    const since = new Date(Date.now() - 120 * 86_400_000).toISOString();
    // They are of now: an instant counts for nothing.
    for (const chosen of [
      "",
      "?v=1&g=half",
      `?v=1&ef=${since.slice(0, 10)}`,
      `?v=1&eb=${since.slice(0, 10)}&g=most&z=utc&at=${since}`,
    ]) {
      const page = await person.open(`${dashboard.url}/admin${chosen}`);
      const cards = page.getByRole("region", { name: "Today" }).locator(".md-stat");
      await cards.first().waitFor();
      await expect.poll(() => cards.count()).toBe(4);
      for (const at of [0, 2, 3]) {
        const link = cards.nth(at).locator(".md-stat-value a");
        const n = numberOf(await link.textContent());
        const overview = page.url();
        await link.click();
        await expect.poll(() => page.url()).not.toBe(overview);
        await expect.poll(() => rowsSaid(page), { message: `card ${at} of ${chosen}` }).toBe(n);
        await page.goBack();
        await cards.first().waitFor();
      }
    }
  });

  test("of several curves lists those of the one that up and down have come to", async () => {
    const person = await browser.person();
    const page = await person.open(`${dashboard.url}${course}&t=time&sp=half,most`);
    await page.locator("figure .md-curve-1").waitFor();
    const curves = "Completed by day, by group";
    const first = await walk(page, curves, 0, /^Day \d+: Every other [^;]*\((\d+) finisher/);
    const day = /^Day \d+/.exec(first)?.[0];
    const points = page.getByRole("slider", { name: `Points of ${curves}` });
    await page.keyboard.press("ArrowDown");
    const second = (await points.getAttribute("aria-valuetext")) ?? "";
    const n = numberOf(
      new RegExp(`^${day}: Most .*\\((\\d+) finish.*Every`).exec(second)?.[1] ?? "",
    );
    expect(n, second).toBeGreaterThan(0);
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => points.getAttribute("aria-valuetext")).toBe(second);
    await page.keyboard.press("Enter");
    await expect.poll(() => rowsSaid(page)).toBe(n);
    expect(new URL(page.url()).searchParams.get("g")).toBe("most");
  });

  test("of cohorts lists who enrolled in one, and who had completed by a day", async () => {
    const path = "/v1/reports/courses/{course}/cohorts";
    const params = { path: { course: "fire-safety" }, query: { by: "month" as const } };
    const { items } = (await dashboard.client.GET(path, { params })).data;
    const within = ({ curve }: (typeof items)[number]) =>
      curve.reduce((n, { day, finished }) => n + (day <= 180 ? finished : 0), 0);
    const cohort = items.find((one) => one.enrolled - one.exempt >= 10 && within(one) > 0);
    if (cohort === undefined) throw new Error("The demo has no cohort to look at.");
    const person = await browser.person();
    const page = await person.open(`${dashboard.url}${course}&t=cohorts`);
    const row = page.locator(".md-heat tr").filter({ hasText: cohort.cohort });
    await row.getByRole("link").last().click();
    await expect.poll(() => rowsSaid(page)).toBe(within(cohort));
    await page.goBack();
    await row.getByRole("link").first().click();
    await expect.poll(() => rowsSaid(page)).toBe(cohort.enrolled);
  });

  test("of time marks when versions of the outline were published", async () => {
    const params = { path: { course: "lantern-start" } };
    const { items } = (await dashboard.client.GET("/v1/courses/{course}/changes", { params })).data;
    const newest = items.find(({ outlineVersion }) => outlineVersion === 2);
    const month = newest?.changedAt.slice(0, 7) ?? "";
    const person = await browser.person();
    const address = `${dashboard.url}/admin/courses/lantern-start?v=1`;
    const page = await person.open(`${address}&t=deadlines`);
    const said = /^(.*?): .*; version 2 published$/;
    await expect.poll(() => page.locator("figure .md-mark").count()).toBeGreaterThan(0);
    const text = await walk(page, "On time by month", 0, /(2) published$/);
    expect(said.exec(text)?.[1]).toBe(month);
    await page.goto(`${address}&t=cohorts`);
    const row = page.locator(".md-heat tr").filter({ hasText: "v2" });
    await row.waitFor();
    await expect.poll(() => row.locator("th").innerText()).toContain(month);
  });
});
