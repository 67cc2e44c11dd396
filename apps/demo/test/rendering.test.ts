import { describe, expect, test } from "vitest";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { completionButton, course, lessonOf, sees } from "./support/onPage.ts";
import { useAcademy } from "./support/useAcademy.ts";

describe("rendering on the server", () => {
  const academy = useAcademy();
  const browser = useBrowser();
  const cookies = { milepost_demo_learner: "ada" };

  test("without a script the page shows progress, leads on, and a form completes the lesson", async () => {
    const person = await browser.person({ cookies, javaScriptEnabled: false });
    const page = await person.open(academy.url + course);
    const bar = page.getByRole("progressbar", { name: "Fire safety at work" });
    await expect.poll(() => bar.getAttribute("aria-valuenow")).toBe("3");
    await expect
      .poll(() => bar.getAttribute("aria-valuetext"))
      .toBe("3 of 10 lessons complete, 30 percent");
    await page.getByRole("link", { name: "Continue: The first minute" }).click();
    await page.getByRole("heading", { level: 1, name: "The first minute" }).waitFor();
    await completionButton(page).click();
    await sees(page, /^Completed \d/);
    await sees(page, /^4 of 10 lessons$/);
    await expect.poll(() => completionButton(page).getAttribute("aria-pressed")).toBe("true");
  });

  const addresses = ["/demo", course, lessonOf("fs-calling-for-help")];
  test.each(addresses)(
    "%s is taken over without a flash: nothing moves, no text changes",
    async (path) => {
      const person = await browser.person({ cookies });
      const plain = await browser.person({ cookies, javaScriptEnabled: false });
      const rendered = await (await plain.open(academy.url + path)).locator("main").innerText();
      // Before it is taken over it has to be there whole: what is still arriving moves the rest.
      let takeOver = () => {};
      const isThere = new Promise<void>((resolve) => {
        takeOver = resolve;
      });
      await person.answer("**/*.js", async (route) => {
        await isThere;
        await route.continue();
      });
      const page = await person.open("about:blank", () => {
        const moves: number[] = [];
        Object.assign(window, { moves });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            moves.push((entry as unknown as { value: number }).value);
        }).observe({ type: "layout-shift", buffered: true });
      });
      await page.goto(academy.url + path, { waitUntil: "commit" });
      await expect.poll(() => page.evaluate(() => document.readyState)).toBe("interactive");
      await page.evaluate(async () => {
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
        (window as unknown as { moves: number[] }).moves.length = 0;
      });
      takeOver();
      // Taken over, connected, and read once more.
      const asked = page.waitForRequest(/\/v1\/learners\//, { timeout: 3_000 });
      await asked.catch(() => undefined);
      await page.waitForLoadState("load");
      expect(await page.locator("main").innerText()).toBe(rendered);
      expect(await page.evaluate(() => (window as unknown as { moves: number[] }).moves)).toEqual(
        [],
      );
    },
  );

  test("no page has a style or a script of its own inside", async () => {
    for (const path of [...addresses, "/demo/gallery"]) {
      const response = await fetch(academy.url + path);
      expect(response.headers.get("content-security-policy")).toContain("style-src 'self'");
      const html = await response.text();
      expect(html).not.toMatch(/\sstyle=/);
      expect(html).not.toMatch(/<style/);
    }
  });

  test("a lesson is viewed once it was on the screen for five seconds, and not before", async () => {
    const person = await browser.person({ cookies });
    const page = await person.open("about:blank");
    await page.clock.install();
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST") sent.push(request.postData() ?? "");
    });
    await page.goto(academy.url + lessonOf("fs-hot-work"));
    await page.getByRole("heading", { level: 1, name: "Welding, grinding" }).waitFor();
    await page.waitForRequest(/\/v1\/learners\//);
    await page.clock.runFor(4_000);
    expect(sent).toEqual([]);
    await page.clock.runFor(1_500);
    await expect.poll(() => sent.length).toBe(1);
    expect(sent[0]).toContain('"type":"lesson.viewed"');
    await page.clock.runFor(20_000);
    expect(sent).toHaveLength(1);
  });

  test("a page of nothing is said to be none", async () => {
    for (const path of [`${course}/lessons/none`, "/demo/courses/none", "/demo/nothing"]) {
      expect((await fetch(academy.url + path)).status).toBe(404);
    }
    const foreign = await fetch(`${academy.url}/demo/learner`, {
      method: "POST",
      body: new URLSearchParams({ learner: "nobody" }),
    });
    expect(foreign.status).toBe(400);
  });
});
