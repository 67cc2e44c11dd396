import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { findBrowser } from "./findBrowser.ts";

/** Nothing of it reaches for a network that tests have no business with. */
const switches = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A person at a browser of their own: nothing is shared with another one's. */
export interface Person {
  /** Opens another tab. */
  open(url: string): Promise<Page>;
  /** Cuts every tab off the network, or connects them again. */
  setOffline(offline: boolean): Promise<void>;
}

export interface TestBrowser {
  person(options?: BrowserContextOptions & { cookies?: Record<string, string> }): Promise<Person>;
}

/**
 * A Chromium for the tests of the current file. A test fails where a page of it threw, or wrote an
 * error to its console that is not about a request.
 */
export function useBrowser(): TestBrowser {
  let browser: Browser;
  let complaints: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: await findBrowser(), args: switches });
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    const found = complaints;
    complaints = [];
    expect(found).toEqual([]);
  });
  return {
    async person({ cookies = {}, ...options } = {}) {
      const context = await browser.newContext({ reducedMotion: "reduce", ...options });
      return {
        async open(url) {
          const given = Object.entries(cookies).map(([name, value]) => ({ name, value, url }));
          await context.addCookies(given);
          const page = await context.newPage();
          page.on("pageerror", (error) => complaints.push(`${error}`));
          page.on("console", (message) => {
            // What cannot be reached is what such a test is about.
            const isOwn = message.type() === "error" && !/net::ERR_|status of/.test(message.text());
            if (isOwn) complaints.push(message.text());
          });
          await page.goto(url, { waitUntil: "load" });
          return page;
        },
        setOffline: (offline) => context.setOffline(offline),
      };
    },
  };
}
