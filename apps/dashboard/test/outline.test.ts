import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { findBarriers } from "../../../tests/browser/findBarriers.ts";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { useDashboard } from "./support/useDashboard.ts";

const rowOf = (page: Page, title: string) => page.locator(".md-olesson-title", { hasText: title });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const shownTitles = (page: Page) =>
  page.locator(".md-olesson:not([data-retired]) .md-olesson-name").allInnerTexts();
const publishBar = (page: Page) => page.locator(".md-outline-sum").innerText();

/** Goes on with the Tab key until what has the focus is called so. */
async function tabTo(page: Page, name: string, key: "Tab" | "Shift+Tab" = "Tab") {
  for (let presses = 0; presses < 60; presses += 1) {
    const found = await page.evaluate(() => {
      const here = document.activeElement;
      const own = here instanceof HTMLInputElement ? here.labels?.[0]?.textContent : "";
      return here?.getAttribute("aria-label") ?? (own || here?.textContent || "").trim();
    });
    if (found === name) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The Tab key does not come to “${name}”.`);
}

describe("the outline editor", () => {
  const dashboard = useDashboard();
  const browser = useBrowser();
  const outlineOf = async (course: string) =>
    (await dashboard.client.GET("/v1/courses/{course}", { params: { path: { course } } })).data;
  const address = (course: string) => `${dashboard.url}/admin/courses/${course}/outline`;

  async function open(course: string, options: Parameters<typeof browser.person>[0] = {}) {
    await dashboard.addCourse(course);
    const page = await (await browser.person(options)).open(address(course));
    await page.locator(".md-olesson").first().waitFor();
    return page;
  }

  /** Somebody else publishes a version with another title for the last lesson. */
  async function publishElsewhere(course: string) {
    const before = await outlineOf(course);
    const lessons = (before?.lessons ?? []).map(({ id, title, section }) => {
      return { id, section, title: title === "After the fire" ? "Afterwards" : title };
    });
    const body = { title: "Fire safety", lessons };
    await dashboard.client.PUT("/v1/courses/{course}", { params: { path: { course } }, body });
  }

  test("edits, previews and publishes by keyboard alone", async () => {
    const page = await open("keys");
    await tabTo(page, "Why fires start");
    await page.keyboard.press("Alt+ArrowDown");
    expect(await shownTitles(page)).toEqual([
      "Extinguishers",
      "Why fires start",
      "Alarms",
      "Escape routes",
      "After the fire",
    ]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Delete");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await tabTo(page, "Title");
    await page.keyboard.press("End");
    await page.keyboard.type(", and how to find them");
    await page.keyboard.press("Enter");
    await tabTo(page, "Add lesson", "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Rehearsal");
    await page.keyboard.press("Enter");
    expect(await publishBar(page)).toBe("1 lesson added, 1 retired, 1 moved, 1 renamed");
    await tabTo(page, "Preview and publish");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    // Of five lessons ben has two and cleo none; ada's completion stays.
    await dialog
      .getByText("2 open attempts: no percentage changes. 1 completion is kept.")
      .waitFor();
    await tabTo(page, "Publish version 2");
    await page.keyboard.press("Enter");
    await page.getByText("Version 2 is published.", { exact: true }).waitFor();
    const published = await outlineOf("keys");
    expect(published?.outlineVersion).toBe(2);
    expect(published?.lessons.map(({ title }) => title)).toEqual(await shownTitles(page));
    expect(published?.lessons.map(({ id }) => id)).toEqual([
      "keys-2",
      "keys-1",
      "keys-4",
      "rehearsal",
      "keys-5",
    ]);
    await tabTo(page, "Back to the course");
    await page.keyboard.press("Enter");
    await page.getByText("Version 2 · 5 required lessons").waitFor();
  });

  test("undoes step by step, and says that nothing is changed then", async () => {
    const page = await open("undo");
    await rowOf(page, "Alarms").focus();
    await page.keyboard.press("Alt+Home");
    await page.keyboard.press("Delete");
    expect(await publishBar(page)).toBe("1 lesson retired");
    await page.keyboard.press("Control+z");
    expect(await publishBar(page)).toBe("1 lesson moved");
    await button(page, "Undo").click();
    expect(await publishBar(page)).toBe("Nothing changed yet");
    await button(page, "Redo").click();
    await button(page, "Reset").click();
    expect((await shownTitles(page))[0]).toBe("Why fires start");
  });

  test("moves a lesson that is dragged to where it is dropped", async () => {
    const page = await open("drag", { viewport: { width: 1280, height: 1200 } });
    const grip = page.locator(".md-olesson-grip");
    const box = await page.locator(".md-olesson-row").nth(3).boundingBox();
    const y = (box?.height ?? 0) - 6;
    await grip.first().dragTo(page.locator(".md-olesson-row").nth(3), {
      targetPosition: { x: 200, y },
    });
    expect((await shownTitles(page)).slice(0, 4)).toEqual([
      "Extinguishers",
      "Alarms",
      "Escape routes",
      "Why fires start",
    ]);
  });

  test("says who was faster, keeps the draft and carries it over", async () => {
    const page = await open("faster");
    await page.getByLabel("Title").fill("Fire safety, mine");
    await button(page, "Preview and publish").click();
    await page.getByText("No open attempt is counted anew.").waitFor();
    await publishElsewhere("faster");
    await button(page, "Publish version 2").click();
    await page.getByRole("alert").getByText("Somebody published version 2 meanwhile").waitFor();
    expect(await page.getByLabel("Title").inputValue()).toBe("Fire safety, mine");
    expect((await outlineOf("faster"))?.title).toBe("Fire safety");
    await button(page, "Show version 2 beside").click();
    await page.locator(".md-olessons-theirs").getByText("Afterwards").waitFor();
    await button(page, "Carry my edits over to version 2").click();
    expect(await shownTitles(page)).toContain("Afterwards");
    await button(page, "Preview and publish").click();
    await button(page, "Publish version 3").click();
    await page.getByText("Version 3 is published.", { exact: true }).waitFor();
    const published = await outlineOf("faster");
    expect(published?.title).toBe("Fire safety, mine");
    expect(published?.lessons.at(-1)?.title).toBe("Afterwards");
  });

  test("knows that another version is there as soon as it previews", async () => {
    const page = await open("sooner");
    await rowOf(page, "Alarms").focus();
    await page.keyboard.press("Alt+ArrowUp");
    await publishElsewhere("sooner");
    await button(page, "Preview and publish").click();
    await page.getByText("Somebody published version 2 meanwhile").waitFor();
    await button(page, "Discard mine").click();
    expect(await publishBar(page)).toBe("Nothing changed yet");
    expect(await shownTitles(page)).toContain("Afterwards");
  });

  test("begins a course that has no lessons", async () => {
    const body = { title: "Nothing yet", lessons: [] };
    const params = { path: { course: "empty" } };
    await dashboard.client.PUT("/v1/courses/{course}", { params, body });
    const page = await (await browser.person()).open(address("empty"));
    await button(page, "Add the first lesson").click();
    await page.keyboard.type("A beginning");
    await button(page, "Preview and publish").click();
    await button(page, "Publish version 2").click();
    await page.getByText("Version 2 is published.", { exact: true }).waitFor();
    expect((await outlineOf("empty"))?.lessons).toMatchObject([
      { id: "a-beginning", title: "A beginning", required: true, section: null },
    ]);
  });

  test("says at the field what the API refused of it", async () => {
    await dashboard.addCourse("other");
    const page = await open("taken");
    await button(page, "Add lesson").click();
    await page.keyboard.type("A lesson");
    await page.getByLabel("Id", { exact: true }).fill("other-1");
    await button(page, "Preview and publish").click();
    await page.getByText("Another course has a lesson of this id.").waitFor();
    await page.getByLabel("Id", { exact: true }).fill("taken-2");
    await page.getByText("Another lesson of this course has this id.").waitFor();
    expect(await button(page, "Preview and publish").isDisabled()).toBe(true);
  });

  test("asks before unpublished edits are left, by a link and by Back", async () => {
    const page = await open("leaving");
    await page.goto(`${dashboard.url}/admin/courses/leaving`);
    await page.getByRole("link", { name: "Edit outline" }).click();
    const courses = page.getByRole("navigation", { name: "Above" }).getByText("Courses");
    await rowOf(page, "Alarms").focus();
    await page.keyboard.press("Delete");
    await courses.click();
    await button(page, "Keep editing").click();
    expect(await publishBar(page)).toBe("1 lesson retired");
    await page.evaluate(() => window.history.back());
    await button(page, "Leave").click();
    await page.getByRole("heading", { name: "Fire safety" }).waitFor();
  });

  test.each(["light", "dark"] as const)(
    "has no barrier that axe finds: %s",
    async (colorScheme) => {
      const page = await open(`axe-${colorScheme}`, { colorScheme });
      expect(await findBarriers(page)).toEqual([]);
      await rowOf(page, "Alarms").focus();
      await page.keyboard.press("Delete");
      await page.keyboard.press("Enter");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Alt+ArrowUp");
      expect(await findBarriers(page)).toEqual([]);
      await button(page, "Add lesson").click();
      expect(await findBarriers(page)).toEqual([]);
      await page.keyboard.type("New here");
      await button(page, "Preview and publish").click();
      await page.getByText("2 open attempts").waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await publishElsewhere(`axe-${colorScheme}`);
      await button(page, "Publish version 2").click();
      await button(page, "Show version 2 beside").click();
      expect(await findBarriers(page)).toEqual([]);
    },
  );

  test("has no barrier that axe finds on a phone", async () => {
    const page = await open("phone", { viewport: { width: 390, height: 844 } });
    await rowOf(page, "Alarms").click();
    expect(await findBarriers(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBe(390);
  });
});
