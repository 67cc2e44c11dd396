import { demoCourses } from "@milepost/demo";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { findBarriers } from "../../../tests/browser/findBarriers.ts";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { useDemoDashboard } from "./support/useDemoDashboard.ts";

/** Each page and tab of the dashboard, and what is on it once it is read. */
const addresses: readonly (readonly [string, string])[] = [
  ["", "tbody tr"],
  ["/courses", "tbody tr"],
  ["/courses?v=1&cmp=fire-safety,data-protection", "figure"],
  ["/courses/fire-safety", "tbody tr"],
  [`/courses/fire-safety?v=1&d=${demoCourses[0]?.outlines[0].lessons[0]?.id}`, "[role=dialog]"],
  ["/courses/fire-safety?v=1&t=time", "figure, .md-state"],
  ["/courses/fire-safety?v=1&t=time&sp=berlin,crew,sales", "figure .md-curve, .md-state"],
  ["/courses/fire-safety?v=1&t=cohorts", "figure, .md-state"],
  ["/courses/fire-safety?v=1&t=deadlines", "tbody tr"],
  ["/courses/fire-safety?v=1&t=learners", "tbody tr"],
  ["/courses/fire-safety?v=1&t=changes", ".md-timeline li"],
  ["/deadlines", "tbody tr"],
  ["/deadlines?v=1&t=next&dd=90", "tbody tr, .md-state"],
  ["/deadlines?v=1&t=changes", "tbody tr, .md-state"],
  ["/deadlines?v=1&t=history", "figure"],
  ["/learners?v=1&t=attempts&st=stalled", "tbody tr"],
  ["/data-health", ".md-stat"],
  ["/nowhere", "h1"],
];

/** What may differ on a page that is the same but for its colors. */
const ofColors = ["color-contrast", "link-in-text-block"];

describe("the dashboard for everybody", () => {
  const dashboard = useDemoDashboard();
  const browser = useBrowser();
  const numbered = addresses.map(([address, ready], at) => [address, ready, at] as const);

  test.each(numbered)("has no barrier that axe finds at %s", async (address, ready, at) => {
    const person = await browser.person({ colorScheme: "light" });
    const page = await person.open(`${dashboard.url}/admin${address}`);
    await page.locator(ready).first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    // Of two neighbours one: they are made of the same parts, and colors are those of the parts.
    if (at % 2 === 1) return;
    await turnDark(page);
    expect(await findBarriers(page, ofColors)).toEqual([]);
  });

  test("has no barrier in what opens over a page: filters, meaning, columns, an act", async () => {
    const person = await browser.person({ colorScheme: "light" });
    const page = await person.open(`${dashboard.url}/admin/deadlines`);
    await page.locator("tbody tr").first().waitFor();
    const openers = [
      /^All learners$/,
      /^What “Overdue” means$/,
      /^Columns$/,
      /^Time zone/,
      /^Views$/,
    ];
    for (const name of openers) {
      await page.getByRole("button", { name }).first().click();
      await page.locator("[role=dialog], [role=menu]").waitFor();
      expect(await findBarriers(page), `${name}`).toEqual([]);
      await page.keyboard.press("Escape");
      await page.locator("[role=dialog], [role=menu]").waitFor({ state: "hidden" });
    }
    await page.locator("tbody input").first().click();
    await page.getByRole("button", { name: "Extend" }).click();
    await page.getByRole("dialog").waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await turnDark(page);
    expect(await findBarriers(page, ofColors)).toEqual([]);
  });
});

/** As the button does, which a dialog may stand before. */
async function turnDark(page: Page): Promise<void> {
  await page
    .locator("html")
    .evaluate((root) => root.setAttribute("data-mantine-color-scheme", "dark"));
}
