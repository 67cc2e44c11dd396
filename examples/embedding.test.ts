import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { type TestAcademy, useAcademy } from "../apps/demo/test/support/useAcademy.ts";
import { useFolder } from "../packages/cli/test/support/useFolder.ts";
import { useBrowser } from "../tests/browser/useBrowser.ts";
import { useProgram } from "../tests/support/useProgram.ts";

const browser = useBrowser();
const root = fileURLToPath(new URL("../", import.meta.url));
const vite = "node_modules/vite/bin/vite.js";

/** What the server itself says of the learner whom every example has. */
async function askServer(academy: TestAcademy) {
  const params = { path: { learner: "ada", course: "fire-safety" } };
  return (await academy.client.GET("/v1/learners/{learner}/courses/{course}", { params })).data;
}

async function isCompleted(academy: TestAcademy, lesson: string): Promise<boolean> {
  const { lessons } = await askServer(academy);
  return lessons.some(({ id, completedAt }) => id === lesson && completedAt !== null);
}

function titleOf({ lessons }: Awaited<ReturnType<typeof askServer>>, lesson: string | null) {
  return lessons.find(({ id }) => id === lesson)?.title ?? "";
}

const button = { name: "Mark lesson complete" };
const barOf = (page: Page) => page.getByRole("progressbar", { name: "Fire safety at work" });

/** Lessons that the bar shows as complete, out of how many. */
async function shown(page: Page): Promise<string> {
  const [now, max] = ["aria-valuenow", "aria-valuemax"];
  return `${await barOf(page).getAttribute(now)} of ${await barOf(page).getAttribute(max)}`;
}

/** Sooner than the ten seconds after which a page without a stream asks by itself. */
const soon = { timeout: 3_000 };

/** The resume link's text and where it leads, without what isolates its directions. */
async function resumeLink(page: Page): Promise<(string | null)[]> {
  const link = page.getByRole("link", { name: /^Continue/ });
  const text = (await link.textContent())?.replaceAll(/[\u2068\u2069]/g, "").trim() ?? null;
  return [text, await link.getAttribute("href")];
}

function startHost(academy: TestAcademy, example: string, more: Record<string, string> = {}) {
  return useProgram({
    command: () => [`examples/${example}/server.mjs`],
    environment: () => ({ MILEPOST_URL: academy.url, ...more }),
  });
}

describe("custom elements", () => {
  const academy = useAcademy();
  const host = startHost(academy, "custom-elements");
  const stranger = startHost(academy, "custom-elements", { MILEPOST_KEY: "mp_unheard_of" });

  test("the page says how far ada is and leads on without a script", async () => {
    const { completedLessons, resume } = await askServer(academy);
    const person = await browser.person({ javaScriptEnabled: false });
    const page = await person.open(host.url);
    await expect
      .poll(() => page.locator("lp-progress").textContent())
      .toBe(`${completedLessons} of 10 lessons`);
    expect(await resumeLink(page)).toEqual(["Continue", `/lessons/${resume.lesson}`]);
    await expect.poll(() => page.getByRole("progressbar").count()).toBe(0);
    await page.getByRole("link", { name: "Continue" }).click();
    const title = { name: titleOf(await askServer(academy), resume.lesson), level: 2 };
    await page.getByRole("heading", title).waitFor();
  });

  test("the host passes on nothing of another learner, and no other request", async () => {
    const api = `${host.url}/api/progress/v1`;
    const event = (learner: string) => ({ type: "lesson.viewed", learner, lesson: "nm-bias" });
    const send = (learners: string[]) => ({
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ events: learners.map(event) }),
    });
    const statuses = async (requests: [string, RequestInit?][]) =>
      Promise.all(requests.map(async ([at, init]) => (await fetch(api + at, init)).status));
    expect(
      await statuses([["/learners/ada/courses/fire-safety"], ["/events", send(["ada"])]]),
    ).toEqual([200, 200]);
    const refused = await statuses([
      ["/learners/ben/courses/data-protection"],
      ["/learners/ada/courses/new-manager"],
      ["/learners/ada", { method: "DELETE" }],
      ["/courses"],
      ["/events"],
      ["/events", send(["ada", "ben"])],
    ]);
    expect(refused).toEqual(refused.map(() => 401));
  });

  test("the stream that the host passes on tells of ada alone, as it happens", async () => {
    const ended = new AbortController();
    const { signal } = ended;
    const { body } = await fetch(`${host.url}/api/progress/v1/events/stream`, { signal });
    await academy.complete("ben", "dp-mail");
    await academy.complete("ada", "nm-bias");
    let said = "";
    for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      said += part;
      if (said.includes("nm-bias")) break;
    }
    expect(said).toContain('"learner":"ada"');
    expect(said).not.toContain("ben");
  });

  test("the host shows its key, and Milepost answers none that it does not know", async () => {
    expect((await fetch(stranger.url)).status).toBe(502);
  });

  test("a lesson completed by the button is complete on another device at once", async () => {
    const [here, there] = [await browser.person(), await browser.person()];
    const other = await there.open(host.url);
    const follows = other.waitForResponse(/events\/stream$/);
    await other.reload();
    await follows;
    const page = await here.open(host.url);
    expect(await shown(page)).toBe("3 of 10");
    expect(await resumeLink(page)).toEqual([
      "Continue: The first minute",
      "/lessons/fs-first-minute",
    ]);
    await page.getByRole("link", { name: /^Continue/ }).click();
    await page.getByRole("heading", { name: "The first minute", level: 2 }).waitFor();
    await page.getByRole("button", button).click();
    await expect.poll(() => shown(page), soon).toBe("4 of 10");
    await expect.poll(() => shown(other), soon).toBe("4 of 10");
    expect(await isCompleted(academy, "fs-first-minute")).toBe(true);
    for (const tab of [page, other]) {
      await tab.getByRole("link", { name: /^The first minute ?, completed/ }).waitFor();
    }
  });
});

describe("server-rendered", () => {
  const academy = useAcademy();
  const host = startHost(academy, "server-rendered");
  const stranger = startHost(academy, "server-rendered", { MILEPOST_KEY: "mp_unheard_of" });

  test("a course is seen, continued and completed without a script", async () => {
    const person = await browser.person({ javaScriptEnabled: false });
    const page = await person.open(host.url);
    await expect.poll(() => page.locator("script").count()).toBe(0);
    expect(await shown(page)).toBe("3 of 10");
    const outline = page.getByRole("navigation", { name: "Lessons" });
    await expect.poll(() => outline.getByRole("link").count()).toBe(12);
    expect(await resumeLink(page)).toEqual([
      "Continue: The first minute",
      "/lessons/fs-first-minute",
    ]);
    await page.getByRole("link", { name: /^Continue/ }).click();
    await page.getByRole("button", button).click();
    expect(await shown(page)).toBe("4 of 10");
    expect(new URL(page.url()).pathname).toBe("/lessons/fs-first-minute");
    await expect.poll(() => page.getByRole("button", { ...button, pressed: true }).count()).toBe(1);
    await outline.getByRole("link", { name: /^The first minute/ }).waitFor();
    expect(await isCompleted(academy, "fs-first-minute")).toBe(true);
  });

  test("the host shows its key, and Milepost answers none that it does not know", async () => {
    expect((await fetch(stranger.url)).status).toBe(401);
  });

  test("the page has its style sheets", async () => {
    const page = await (await browser.person()).open(host.url);
    const fill = page.locator(".lp-fill");
    const styled = await fill.evaluate((rect) => getComputedStyle(rect).fill);
    expect(styled).not.toBe("rgb(0, 0, 0)");
  });
});

describe("React with Vite", () => {
  const academy = useAcademy();
  const outDir = useFolder().path("built");
  beforeAll(async () => {
    const arguments_ = [vite, "build", "examples/react-vite", "--outDir", outDir];
    await promisify(execFile)(process.execPath, arguments_, { cwd: root });
  });
  const host = useProgram({
    command: (port) => {
      const address = ["--host", "127.0.0.1", "--port", port, "--strictPort"];
      return [vite, "preview", "examples/react-vite", "--outDir", outDir, ...address];
    },
    environment: () => ({ MILEPOST_URL: academy.url }),
  });

  test("the app shows the course, and a lesson completed in it is complete", async () => {
    const page = await (await browser.person()).open(host.url);
    await expect.poll(() => shown(page), soon).toBe("3 of 10");
    expect(await resumeLink(page)).toEqual(["Continue: The first minute", "#fs-first-minute"]);
    const lesson = page.locator("#fs-first-minute");
    await lesson.getByRole("button", button).click();
    await expect.poll(() => shown(page), soon).toBe("4 of 10");
    await lesson.getByRole("button", { ...button, pressed: true }).waitFor();
    expect(await isCompleted(academy, "fs-first-minute")).toBe(true);
  });
});
