import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { findBarriers } from "../../../tests/browser/findBarriers.ts";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { openGallery } from "./support/openGallery.ts";
import { useAcademy } from "./support/useAcademy.ts";

const locales = ["en", "de", "ar"] as const;

/** What may differ on a page that is the same but for its colors. */
const ofColors = ["color-contrast", "link-in-text-block"];
/** What may differ on one that is the same but for its width. */
const ofWidth = ["target-size", "scrollable-region-focusable"];

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
