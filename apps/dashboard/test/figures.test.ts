import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { type Person, useBrowser } from "../../../tests/browser/useBrowser.ts";
import { countText, rateText } from "../src/client/text/numbers.ts";
import { type DrawnView, drawViews } from "./support/drawViews.ts";
import { numberOf, rowsSaid } from "./support/rowsSaid.ts";
import { useDemoDashboard } from "./support/useDemoDashboard.ts";

/** The text of a column's cell in the row of such a heading. */
async function cellOf(page: Page, heading: string, column: string): Promise<string> {
  const heads = await page.locator("thead th").allTextContents();
  const at = heads.findIndex((text) => text.trim().startsWith(column));
  const row = page.locator("tbody tr").filter({ has: page.getByText(heading, { exact: true }) });
  return (await row.first().locator("th,td").nth(at).innerText()).trim();
}

describe("every number is the API's and the file's", () => {
  const dashboard = useDemoDashboard();
  const browser = useBrowser();

  const get = async <T>(path: string): Promise<T> => {
    const response = await fetch(`${dashboard.url}${path}`);
    expect(response.status, path).toBe(200);
    return (await response.json()) as T;
  };

  const checks: Readonly<
    Record<DrawnView["page"], (page: Page, view: DrawnView) => Promise<void>>
  > = {
    async overview(page, { query }) {
      const report = await get<Record<"overdue" | "dueSoon" | "completed" | "stalled", Counts>>(
        `/v1/reports/overview?${query}`,
      );
      const values = page.locator(".md-stat-value");
      await values.first().waitFor();
      expect((await values.allTextContents()).map(numberOf)).toEqual([
        report.overdue.attempts,
        report.dueSoon.atRisk,
        report.completed.attempts,
        report.stalled.attempts,
      ]);
      const overdue = await dashboard.csv(`/v1/reports/overdue?${query}`);
      expect(overdue).toHaveLength(report.overdue.attempts);
      const soon = await dashboard.csv(`/v1/reports/due-next?days=7&${query}`);
      expect(soon).toHaveLength(report.dueSoon.attempts);
      expect(soon.filter(({ atRisk }) => atRisk === "true")).toHaveLength(report.dueSoon.atRisk);
    },
    async courses(page, { query }) {
      const { items } = await get<{ items: CourseRow[] }>(`/v1/reports/courses?${query}`);
      expect(await rowsSaid(page)).toBe(items.length);
      const file = await dashboard.csv(`/v1/reports/courses?${query}`);
      expect(file.map(({ course }) => course)).toEqual(items.map(({ course }) => course));
      for (const [at, row] of items.entries()) {
        expect(Number(file[at]?.enrolled)).toBe(row.enrolled);
        expect(await cellOf(page, row.title, "Enrolled")).toBe(countText(row.enrolled));
        expect(await cellOf(page, row.title, "Overdue")).toBe(countText(row.overdue));
        const share = row.enrolled - row.exempt === 0 ? "Nobody yet" : rateText(row.completionRate);
        expect(await cellOf(page, row.title, "Completion")).toContain(share);
      }
    },
    async course(page, { query, course }) {
      const report = await get<{ states: Record<string, number>; exempt: number }>(
        `/v1/reports/courses/${course}?${query}`,
      );
      const shown = page.locator(".md-legend strong");
      await shown.first().waitFor();
      const { states } = report;
      expect((await shown.allTextContents()).map(numberOf)).toEqual(
        [
          states.completedOnTime,
          states.completedLate,
          states.active,
          states.stalled,
          states.overdue,
          states.notStarted,
          states.withdrawn,
          report.exempt,
        ].map(Number),
      );
    },
    async lessons(page, { query, course }) {
      const path = `/v1/reports/courses/${course}/lessons?${query}`;
      const { items } = await get<{ items: LessonRow[] }>(path);
      expect(await rowsSaid(page)).toBe(items.length);
      const file = await dashboard.csv(path);
      for (const [at, row] of items.entries()) {
        expect(Number(file[at]?.viewed)).toBe(row.viewed);
        const share = row.viewed === 0 ? "No views yet" : rateText(row.dropOffRate);
        expect(await cellOf(page, row.title, "Drop-off")).toContain(share);
      }
    },
    async learners(page, { query, course }) {
      const path = `/v1/reports/courses/${course}/learners?${query}`;
      const file = await dashboard.csv(path);
      expect(await rowsSaid(page)).toBe(file.length);
      const { items } = await get<{ items: { name: string; learner: string }[] }>(path);
      const shown = await page.locator("tbody th .md-strong").allTextContents();
      const expected = items.map(({ name, learner }) => name ?? learner);
      expect(shown).toEqual(expected.slice(0, shown.length));
      expect(file.map(({ learner }) => learner)).toEqual(items.map(({ learner }) => learner));
    },
    async attempts(page, { query }) {
      const file = await dashboard.csv(`/v1/reports/attempts?${query}`);
      expect(await rowsSaid(page)).toBe(file.length);
      const shown = await page.locator("tbody th .md-strong").allTextContents();
      const people = file.map(({ name, learner }) => name || learner);
      expect(shown).toEqual(people.slice(0, shown.length));
    },
    async overdue(page, { query }) {
      const { total } = await get<{ total: number }>(`/v1/reports/overdue?${query}`);
      expect(await rowsSaid(page)).toBe(total);
      expect(await dashboard.csv(`/v1/reports/overdue?${query}`)).toHaveLength(total);
    },
  };

  test("on 40 views drawn at random", { timeout: 240_000 }, async () => {
    const person: Person = await browser.person();
    const page = await person.open(`${dashboard.url}/admin`);
    const seen = new Set<string>();
    for (const view of drawViews(40)) {
      await page.goto(`${dashboard.url}/admin${view.href}`);
      seen.add(view.page);
      await checks[view.page](page, view).catch((error: Error) => {
        error.message = `${view.href}: ${error.message}`;
        throw error;
      });
    }
    expect([...seen].sort()).toEqual(Object.keys(checks).sort());
  });
});

interface Counts {
  readonly attempts: number;
  readonly atRisk: number;
}

interface CourseRow {
  readonly course: string;
  readonly title: string;
  readonly enrolled: number;
  readonly exempt: number;
  readonly overdue: number;
  readonly completionRate: number | null;
}

interface LessonRow {
  readonly title: string;
  readonly viewed: number;
  readonly dropOffRate: number | null;
}
