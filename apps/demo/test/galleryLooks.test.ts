import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { openGallery } from "./support/openGallery.ts";
import { useAcademy } from "./support/useAcademy.ts";

/** The card of a state. */
const card = (page: Page, section: string, name: string) =>
  page.locator(`#${section} .shown`, { has: page.locator("h3").getByText(name, { exact: true }) });

/** How far a part is from the left and the right edge of the whole, in pixels. */
async function insetsOf(page: Page, [section, name]: [string, string], part: string) {
  return card(page, section, name)
    .locator(".lp-track > *")
    .evaluate((whole, selector) => {
      const outer = whole.getBoundingClientRect();
      const boxes = [...whole.querySelectorAll(selector)].map((one) => one.getBoundingClientRect());
      return {
        left: Math.round(Math.min(...boxes.map(({ left }) => left)) - outer.left),
        right: Math.round(outer.right - Math.max(...boxes.map(({ right }) => right))),
      };
    }, part);
}

/** A computed property of the first element. */
const computed = (page: Page, selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((one, name) => getComputedStyle(one).getPropertyValue(name), property);

const half = ["course-progress", "In progress"] as [string, string];
const fromLeft = ["course-progress", "Filled from the left"] as [string, string];
const fiveLessons = ["course-progress-segmented", "5 lessons"] as [string, string];
const done = ".lp-segment[data-state=complete]";

describe("looks of the gallery", () => {
  const academy = useAcademy();
  const browser = useBrowser();
  const open = (visit: Parameters<typeof openGallery>[1] = {}) =>
    openGallery({ academy, browser }, visit);

  test("from left to right a bar fills from the left", async () => {
    const page = await open();
    const bar = await insetsOf(page, half, ".lp-fill");
    expect(bar.left).toBe(0);
    expect(bar.right).toBeGreaterThan(50);
    const segments = await insetsOf(page, fiveLessons, done);
    expect(segments.left).toBe(0);
    expect(segments.right).toBeGreaterThan(50);
  });

  test("from right to left a bar fills from the right, unless it is told not to", async () => {
    const page = await open({ locale: "ar" });
    const bar = await insetsOf(page, half, ".lp-fill");
    expect(bar.right).toBe(0);
    expect(bar.left).toBeGreaterThan(50);
    const segments = await insetsOf(page, fiveLessons, done);
    expect(segments.right).toBe(0);
    expect(segments.left).toBeGreaterThan(50);
    // The first quarter of the ring is its left one then.
    const ring = "#course-progress-ring .lp-ring";
    expect(await computed(page, ring, "transform")).toBe("matrix(-1, 0, 0, 1, 0, 0)");
    // data-fill="ltr" has it from the left, here too.
    const chosen = await insetsOf(page, fromLeft, ".lp-fill");
    expect(chosen.left).toBe(0);
    expect(chosen.right).toBeGreaterThan(50);
  });

  test("in Arabic a folded section points to where its text goes, an open one down", async () => {
    const page = await open({ locale: "ar" });
    const arrow = () =>
      page
        .locator("#course-outline .lp-section-button > :first-child")
        .first()
        .evaluate((one) => {
          const { borderBottomWidth, borderLeftWidth, transform } = getComputedStyle(
            one,
            "::before",
          );
          const turned = new DOMMatrix(transform);
          // Where the corner between the two drawn edges comes to lie.
          const isLeft = borderLeftWidth !== "0px" && borderBottomWidth !== "0px";
          const { x, y } = new DOMMatrix([
            turned.a,
            turned.b,
            turned.c,
            turned.d,
            0,
            0,
          ]).transformPoint(new DOMPoint(isLeft ? -1 : 1, 1));
          return `${Math.round(x)} ${Math.round(y)}`;
        });
    expect(await arrow()).toBe("0 1");
    await page.locator("#course-outline .lp-section-button").first().click();
    expect(await arrow()).toBe("-1 0");
  });

  test("what is pending is striped: in the bar, a segment and the ring", async () => {
    const page = await open();
    const dashes = async (selector: string) =>
      (await computed(page, selector, "stroke-dasharray")).split(",").length;
    expect(await dashes("#course-progress .lp-pending")).toBe(2);
    const ring = await page.locator(".lp-ring-pending").first().getAttribute("d");
    expect(ring?.match(/M/g)?.length).toBeGreaterThan(2);
    const segment = ".lp-segment[data-state=pending]";
    expect(await computed(page, segment, "background-image")).toContain("repeating");
  });

  test("the fill differs from the track in forced colors", async () => {
    for (const theme of ["light", "dark"] as const) {
      const page = await open({ forcedColors: "active", colorScheme: theme, theme });
      const track = await computed(page, "#course-progress .lp-bar", "background-color");
      expect(await computed(page, "#course-progress .lp-fill", "fill")).not.toBe(track);
      const empty = ".lp-segment[data-state=not-started]";
      expect(await computed(page, done, "background-color")).not.toBe(
        await computed(page, empty, "background-color"),
      );
      expect(await computed(page, ".lp-ring-fill", "stroke")).not.toBe(
        await computed(page, ".lp-ring-track", "stroke"),
      );
    }
  });

  test("nothing moves where motion is to be reduced, and the fill does where it is not", async () => {
    const duration = (page: Page) => computed(page, ".lp-fill", "transition-duration");
    expect(await duration(await open({ reducedMotion: "reduce" }))).toBe("0s");
    expect(await duration(await open({ reducedMotion: "no-preference" }))).toBe("0.3s");
  });

  test("captions stay English, from left to right, on every page", async () => {
    const page = await open({ locale: "ar", javaScriptEnabled: false });
    const captions = page.locator(".shown-head");
    const languages = await captions.evaluateAll((all) =>
      all.map((one) => `${one.getAttribute("lang")} ${one.getAttribute("dir")}`),
    );
    expect(new Set(languages)).toEqual(new Set(["en ltr"]));
    const stage = page.locator(".stage").first();
    expect(await stage.evaluate((one) => getComputedStyle(one).direction)).toBe("rtl");
  });
});
