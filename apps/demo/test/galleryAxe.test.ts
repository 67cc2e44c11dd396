import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { openGallery } from "./support/openGallery.ts";
import { useAcademy } from "./support/useAcademy.ts";

const levels = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

const locales = ["en", "de", "ar"] as const;

/** What may differ on a page that is the same but for its colors. */
const ofColors = ["color-contrast", "link-in-text-block"];
/** What may differ on one that is the same but for its width. */
const ofWidth = ["target-size", "scrollable-region-focusable"];

/** Each rule that is broken, and where; all rules of the levels where none is named. */
async function findBarriers(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(levels)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target}`));
}

const inkOf = (page: Page) => page.evaluate(() => getComputedStyle(document.body).color);

describe("gallery for everybody", () => {
  const academy = useAcademy();
  const browser = useBrowser();
  const open = (visit: Parameters<typeof openGallery>[1] = {}) =>
    openGallery({ academy, browser }, visit);

  test.each(locales)("has no barrier that axe finds, light or dark: %s", async (locale) => {
    const page = await open({ locale });
    expect(await findBarriers(page)).toEqual([]);
    const light = await inkOf(page);
    await page.locator("html").evaluate((root) => root.setAttribute("data-theme", "dark"));
    expect(await inkOf(page)).not.toBe(light);
    expect(await findBarriers(page, ofColors)).toEqual([]);
  });

  test.each(locales)("has no barrier that axe finds in forced colors: %s", async (locale) => {
    const page = await open({ locale, forcedColors: "active" });
    expect(await findBarriers(page, ofColors)).toEqual([]);
  });

  test.each(locales)("has no barrier that axe finds on a phone: %s", async (locale) => {
    const page = await open({ locale, viewport: { width: 390, height: 844 } });
    expect(await findBarriers(page, ofWidth)).toEqual([]);
  });
});
