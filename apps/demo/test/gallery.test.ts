import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { openGallery } from "./support/openGallery.ts";
import { useAcademy } from "./support/useAcademy.ts";

const phone = { viewport: { width: 390, height: 844 } };

const locales = ["en", "de", "ar"] as const;

const card = (page: Page, section: string, name: string) =>
  page.locator(`#${section} .shown`, { has: page.locator("h3").getByText(name, { exact: true }) });

const widthOf = (page: Page) =>
  page.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const);

describe("gallery", () => {
  const academy = useAcademy();
  const browser = useBrowser();
  const open = (visit: Parameters<typeof openGallery>[1] = {}) =>
    openGallery({ academy, browser }, visit);

  test("shows every state of every component", async () => {
    const page = await open();
    const counts = await page.locator(".gallery-section").evaluateAll((sections) =>
      sections.map((section) => {
        const cards = [...section.querySelectorAll(".shown")];
        const shown = cards.filter((one) => one.querySelector(".stage > .lp, .stage .lp-status"));
        return `${section.id} ${shown.length} of ${cards.length}`;
      }),
    );
    expect(counts).toEqual([
      "course-progress 11 of 11",
      "course-progress-segmented 3 of 3",
      "course-progress-ring 6 of 6",
      "lesson-status 7 of 7",
      "completion-toggle 9 of 9",
      "course-outline 5 of 5",
      "resume-button 13 of 13",
      "due-badge 4 of 4",
      "certificate-status 4 of 4",
      "sync-status 3 of 3",
    ]);
    const states = (selector: string) =>
      page
        .locator(selector)
        .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute("data-state")))]);
    expect(await states("#course-progress .stage > .lp")).toEqual([
      ...["loading", "not-started", "in-progress", "pending", "complete", "overdue", "error"],
    ]);
    expect(await states("#lesson-status .lp-status")).toEqual([
      ...["not-started", "in-progress", "complete", "pending", "locked", "not-open", "retired"],
    ]);
    expect(await states("#resume-button .lp-resume")).toEqual([
      ...["loading", "start", "continue", "optional", "waiting", "review"],
    ]);
  });

  test("says why there, in a reason of its own for each", async () => {
    const page = await open();
    const reasons = await page.locator("#resume-button .lp-reason").allTextContents();
    expect(reasons).toEqual([
      "Loading progress",
      "Clean hands, clean clothes",
      "You have not finished this lesson",
      "The next lesson",
      "You left this lesson out",
      "The lesson you were in has been replaced",
      "Added since you completed the course",
      "Nothing else is required",
      expect.stringContaining("4 May"),
      "2 lessons to complete first",
      "The next lesson is not open yet",
      "You have completed this course",
      "You have completed this course",
    ]);
  });

  test("stands still in time", async () => {
    const page = await open();
    const due = await card(page, "due-badge", "Due later").locator(".lp-due").textContent();
    expect(due).toMatch(/24 Apr.*23:59.*Berlin.*\(in 3 days\)/);
    const own = await card(page, "due-badge", "In a zone of its own").textContent();
    expect(own).toMatch(/17:00.*New York/);
  });

  test("says that it is offline where the store does, whatever this browser is", async () => {
    const page = await open();
    await card(page, "sync-status", "Offline").getByText("You are offline.").waitFor();
    await expect
      .poll(() => card(page, "sync-status", "Server away").textContent())
      .not.toContain("offline");
  });

  test("an outline tells a lesson's title before its state, and draws them apart", async () => {
    const page = await open();
    const outline = page.locator("#course-outline nav").first();
    const name = /^Clean hands, clean clothes ?, completed$/;
    await expect.poll(() => outline.getByRole("link", { name }).count()).toBe(1);
    const closed = page.locator("#course-outline .lp-lesson[data-state=not-open]");
    const title = await closed.locator(".lp-lesson-title").boundingBox();
    const words = await closed.locator(".lp-status-text").boundingBox();
    expect(words?.x).toBe(title?.x);
    expect(words?.y).toBeGreaterThanOrEqual((title?.y ?? 0) + (title?.height ?? 0));
  });

  test.each(locales)("is taken over as the server wrote it, word for word: %s", async (locale) => {
    const page = await open({ locale });
    const [written, shown] = await page.evaluate(async () => {
      const html = await (await fetch(location.href)).text();
      const textsOf = (root: Document) =>
        [...root.querySelectorAll(".stage")].map((stage) => {
          const copy = stage.cloneNode(true) as Element;
          // Shown by the browser alone, which knows whether it was dismissed.
          copy.querySelector(".lp-note")?.remove();
          return copy.textContent;
        });
      const parsed = new DOMParser().parseFromString(html, "text/html");
      return [textsOf(parsed), textsOf(document)];
    });
    expect(written.length).toBeGreaterThan(60);
    expect(shown).toEqual(written);
  });

  test("is there without a script, and its switches are links", async () => {
    const page = await open({ javaScriptEnabled: false });
    await expect.poll(() => page.locator(".stage > .lp").count()).toBeGreaterThan(50);
    await page.getByRole("link", { name: "العربية" }).click();
    await page.getByRole("link", { name: "Dark" }).click();
    const root = page.locator("html");
    await expect.poll(() => root.getAttribute("lang")).toBe("ar");
    await expect.poll(() => root.getAttribute("dir")).toBe("rtl");
    await expect.poll(() => root.getAttribute("data-theme")).toBe("dark");
    await expect
      .poll(() => page.locator("#resume-button .lp-button").nth(1).textContent())
      .toBe("ابدأ");
  });

  test.each(locales)("needs no more than the width of a phone: %s", async (locale) => {
    const page = await open({ locale, ...phone });
    const [needed, there] = await widthOf(page);
    expect(needed).toBeLessThanOrEqual(there);
    expect(await findCut(page)).toEqual([]);
  });

  test("cuts nothing off on a wide screen", async () => {
    for (const locale of locales) expect(await findCut(await open({ locale }))).toEqual([]);
  });
});

/** Words of components that reach beyond their card, where they are cut off. */
function findCut(page: Page): Promise<string[]> {
  return page.locator(".stage").evaluateAll((stages) =>
    stages.flatMap((stage) => {
      const outer = stage.getBoundingClientRect();
      const range = document.createRange();
      const texts = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
      const cut: string[] = [];
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        if (text.parentElement?.closest(".lp-hidden")) continue;
        range.selectNodeContents(text);
        const { left, right, width } = range.getBoundingClientRect();
        const isIn = width === 0 || (left >= outer.left && right <= outer.right);
        if (!isIn) cut.push(text.textContent ?? "");
      }
      return cut;
    }),
  );
}
