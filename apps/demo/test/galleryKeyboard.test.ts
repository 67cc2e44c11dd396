import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { openGallery } from "./support/openGallery.ts";
import { useAcademy } from "./support/useAcademy.ts";

interface Stop {
  /** Its place among all that can be operated, in document order; -1 for anything else. */
  readonly place: number;
  readonly name: string;
  readonly hasOutline: boolean;
}

const operable = "a[href], button, input, select, textarea, summary, [tabindex='0']";

/** Keeps what is focused from now on, as it looks then; focusing nothing is not told. */
function followFocus(page: Page): Promise<void> {
  return page.evaluate((all) => {
    const stops: Stop[] = [];
    Object.assign(globalThis, { stops });
    document.addEventListener("focusin", ({ target }) => {
      const focused = target as Element;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      stops.push({
        place: [...document.querySelectorAll(all)].indexOf(focused),
        name: `${focused.tagName} ${focused.textContent}`.slice(0, 60),
        hasOutline: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
      });
    });
  }, operable);
}

const readStops = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { stops: Stop[] }).stops);

describe("gallery by keyboard", () => {
  const academy = useAcademy();
  const browser = useBrowser();
  const open = (visit: Parameters<typeof openGallery>[1] = {}) =>
    openGallery({ academy, browser }, visit);

  test("Tab reaches all there is, in order, and each is seen to be there", async () => {
    const page = await open();
    const count = await page.locator(operable).count();
    expect(count).toBeGreaterThan(60);
    await followFocus(page);
    for (let at = 0; at < count; at++) await page.keyboard.press("Tab");
    const stops = await readStops(page);
    expect(stops.map(({ place }) => place)).toEqual(stops.map((_, at) => at));
    expect(stops.length).toBe(count);
    expect(stops.filter(({ hasOutline }) => !hasOutline)).toEqual([]);
    // Beyond the last there is the browser's own, and back again the last.
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    for (const _ of "back") await page.keyboard.press("Shift+Tab");
    const back = (await readStops(page)).slice(count).map(({ place }) => place);
    expect(back.slice(0, 3)).toEqual([count - 1, count - 2, count - 3]);
  });

  test.each(["Space", "Enter"])(
    "%s completes a lesson, and takes it back, and the focus stays",
    async (key) => {
      const page = await open();
      const toggle = page.locator("#completion-toggle .lp-toggle").first();
      const button = toggle.getByRole("button", { name: "Mark lesson complete", exact: true });
      const has = (state: string) =>
        toggle.and(page.locator(`[data-state="${state}"]`)).waitFor({ timeout: 5_000 });
      const isFocused = () => button.evaluate((one) => one === document.activeElement);
      await expect.poll(() => button.getAttribute("aria-pressed")).toBe("false");

      await button.focus();
      await page.keyboard.press(key);
      await has("pending");
      await expect.poll(() => button.getAttribute("aria-pressed")).toBe("true");
      expect(await isFocused()).toBe(true);

      await page.keyboard.press("Tab");
      await page.keyboard.press(key);
      await has("in-progress");
      await expect.poll(() => button.getAttribute("aria-pressed")).toBe("false");
      expect(await isFocused()).toBe(true);
    },
  );

  test("a button of a closed lesson can be reached and does nothing", async () => {
    const page = await open();
    const closed = page.locator("#completion-toggle .lp-toggle[data-state=locked]");
    const button = closed.getByRole("button");
    await button.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Space");
    await expect.poll(() => button.getAttribute("aria-pressed")).toBe("false");
    await expect.poll(() => button.getAttribute("aria-disabled")).toBe("true");
    await expect.poll(() => closed.getAttribute("data-state")).toBe("locked");
  });

  test("a section folds and unfolds by Enter and by Space", async () => {
    const page = await open();
    const button = page.locator("#course-outline .lp-section-button").first();
    const list = page.locator(`[id="${await button.getAttribute("aria-controls")}"]`);
    await button.focus();
    await page.keyboard.press("Enter");
    await list.waitFor({ state: "hidden", timeout: 5_000 });
    await expect.poll(() => button.getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("Space");
    await list.waitFor({ state: "visible", timeout: 5_000 });
    await expect.poll(() => button.getAttribute("aria-expanded")).toBe("true");
  });
});
