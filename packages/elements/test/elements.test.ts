import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { usePlainPage } from "./usePlainPage.ts";

const script = (name = "milepost-elements") =>
  `<script type="module" src="/page/${name}.js"></script>`;
const addresses = 'lesson-href="/lessons/{lesson}" course-href="/course" certificate-href="/c"';
const inside = `
<lp-progress>2 of 4 lessons</lp-progress>
<lp-resume><a href="/course">Continue</a></lp-resume>
<a href="/lessons/fs-1">Lesson 1<lp-status lesson="fs-1"></lp-status></a>`;
const provider = (attributes: string, content: string) =>
  `<lp-provider course="fs" learner="ada" ${addresses} ${attributes}>${content}</lp-provider>`;

const everything = `${inside}
<lp-progress variant="ring" label="Ring"></lp-progress>
<lp-progress variant="segmented" label="Segments"></lp-progress>
<lp-outline current="fs-3"></lp-outline><lp-due></lp-due>
<lp-certificate></lp-certificate><lp-sync></lp-sync>
<lp-lesson lesson="fs-3" dwell-ms="0"><p>Text</p></lp-lesson>
<lp-toggle lesson="fs-3"></lp-toggle>`;

describe("custom elements", () => {
  const plain = usePlainPage({
    core: provider("", inside) + script("milepost-elements-core"),
    all: provider("", everything) + script(),
    undo: provider('undo-seconds="60"', '<lp-toggle lesson="fs-4"></lp-toggle>') + script(),
    german: provider('locale="de"', everything) + script() + script("milepost-elements-de"),
    arabic: `<div dir="rtl" lang="ar">${provider("", everything)}</div>${script()}${script(
      "milepost-elements-ar",
    )}`,
    away: provider('api="/nothing"', inside) + script("milepost-elements-core"),
  });
  const browser = useBrowser();
  const bar = (page: Page, name = "Fire safety") => page.getByRole("progressbar", { name });

  test("three of them and one script show what the server has", async () => {
    const page = await (await browser.person()).open(plain.url("core"));
    await bar(page).waitFor();
    await expect
      .poll(() => bar(page).getAttribute("aria-valuetext"))
      .toBe("2 of 4 lessons complete, 50 percent");
    const resume = page.getByRole("link", { name: "Continue: Lesson 3" });
    await expect.poll(() => resume.getAttribute("href")).toBe("/lessons/fs-3");
    await page.getByRole("link", { name: /^Lesson 1 ?, completed/ }).waitFor();
    expect(await page.getByText("2 of 4 lessons", { exact: true }).isVisible()).toBe(true);
  });

  test("what stands inside is shown without a script, and while there is nothing to show", async () => {
    const without = await browser.person({ javaScriptEnabled: false });
    for (const page of [
      await without.open(plain.url("core")),
      await (await browser.person()).open(plain.url("away")),
    ]) {
      await page.getByText("2 of 4 lessons").waitFor();
      const link = page.getByRole("link", { name: "Continue", exact: true });
      await expect.poll(() => link.getAttribute("href")).toBe("/course");
    }
  });

  test("a page hears of each fact, and says where a link leads before it does", async () => {
    const person = await browser.person();
    const page = await person.open(plain.url("all"), () => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const name of ["lp-pending", "lp-complete", "lp-viewed", "lp-error"]) {
        addEventListener(name, (event) =>
          heard.push(`${name} ${(event as CustomEvent<{ lesson: string }>).detail.lesson}`),
        );
      }
      addEventListener("lp-before-navigate", (event) => {
        event.preventDefault();
        heard.push(`to ${(event as CustomEvent<{ href: string }>).detail.href.split("/page")[0]}`);
      });
    });
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    await expect.poll(heard).toContain("lp-viewed fs-3");
    await page.getByRole("button", { name: "Mark lesson complete" }).click();
    await expect.poll(heard).toContain("lp-complete fs-3");
    const all = await heard();
    expect(all.indexOf("lp-pending fs-3")).toBeLessThan(all.indexOf("lp-complete fs-3"));
    await page.getByText("3 of 4 lessons", { exact: true }).first().waitFor();
    for (const name of ["Ring", "Segments"]) {
      await expect.poll(() => bar(page, name).getAttribute("aria-valuenow")).toBe("3");
    }
    const before = page.url();
    await page.getByRole("link", { name: "Continue: Lesson 4" }).click();
    await expect.poll(async () => (await heard()).at(-1)).toMatch(/\/lessons\/fs-4$/);
    expect(page.url()).toBe(before);
  });

  test("what a page set on the provider before the script came counts", async () => {
    const page = await (await browser.person()).open(plain.url("core"), () => {
      new MutationObserver(() => {
        const provider = document.querySelector("lp-provider");
        if (provider !== null) Object.assign(provider, { hrefFor: () => "/of-my-own" });
      }).observe(document, { childList: true, subtree: true });
    });
    const link = page.getByRole("link", { name: /^Continue: Lesson/ });
    await expect.poll(() => link.getAttribute("href")).toBe("/of-my-own");
  });

  test("a completion can be taken back for as long as it has not been sent", async () => {
    const page = await (await browser.person()).open(plain.url("undo"));
    const button = page.getByRole("button", { name: "Mark lesson complete" });
    await button.click();
    await expect.poll(() => button.getAttribute("aria-pressed")).toBe("true");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => button.getAttribute("aria-pressed")).toBe("false");
    // The focus is where it was, and not on a button that went away.
    await expect.poll(() => button.evaluate((node) => node.matches(":focus"))).toBe(true);
    const params = { path: { learner: "ada", course: "fs" } };
    const { data } = await plain.client.GET("/v1/learners/{learner}/courses/{course}", { params });
    expect(data.missing).toContain("fs-4");
  });

  test("they speak German and Arabic, whose bars fill from the right", async () => {
    const person = await browser.person();
    const german = await person.open(plain.url("german"));
    await german.getByRole("link", { name: "Weiter: Lesson 4" }).waitFor();
    await german.getByText("3 von 4 Lektionen", { exact: true }).first().waitFor();
    const arabic = await person.open(plain.url("arabic"));
    await arabic.getByRole("link", { name: "تابع: \u2068Lesson 4\u2069" }).waitFor();
    const [fill, track] = await Promise.all(
      [".lp-fill", ".lp-bar"].map((part) => arabic.locator(part).first().boundingBox()),
    );
    const end = (box: typeof fill) => (box?.x ?? 0) + (box?.width ?? 0);
    expect(Math.abs(end(fill ?? null) - end(track ?? null))).toBeLessThan(1);
    expect(fill?.width).toBeLessThan(track?.width ?? 0);
  });
});
