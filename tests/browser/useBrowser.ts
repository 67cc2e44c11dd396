import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Route,
} from "playwright-core";
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
  /** Opens another tab. `prepare` runs in the page before any script of its own. */
  open(url: string, prepare?: () => void): Promise<Page>;
  /** Opens another tab with other cookies, for all tabs from then on. */
  openAs(url: string, cookies: Record<string, string>): Promise<Page>;
  /** Lets no request to these addresses through, in any tab. */
  block(pattern: string): Promise<void>;
  unblock(pattern: string): Promise<void>;
  /** Answers requests to these addresses, in any tab. */
  answer(pattern: string, handle: (route: Route) => Promise<void>): Promise<void>;
  /** Cuts every tab off the network, or connects them again. */
  setOffline(offline: boolean): Promise<void>;
}

export interface TestBrowser {
  /** Takes what the pages of the present test complained of as meant. */
  forgive(complaint: RegExp): void;
  person(options?: BrowserContextOptions & { cookies?: Record<string, string> }): Promise<Person>;
}

async function addCookies(context: BrowserContext, url: string, jar: Record<string, string>) {
  const { origin } = new URL(url);
  const path = "/demo";
  const { hostname: domain } = new URL(origin);
  const given = Object.entries(jar).map(([name, value]) => ({ name, value, domain, path }));
  await context.addCookies(given);
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
    forgive(complaint) {
      complaints = complaints.filter((text) => !complaint.test(text));
    },
    async person({ cookies = {}, ...options } = {}) {
      const context = await browser.newContext({ reducedMotion: "reduce", ...options });
      let jar = cookies;
      const person: Person = {
        async open(url, prepare) {
          if (url.startsWith("http")) await addCookies(context, url, jar);
          const page = await context.newPage();
          page.setDefaultTimeout(15_000);
          if (prepare !== undefined) await page.addInitScript(prepare);
          page.on("pageerror", (error) => complaints.push(`${error}`));
          page.on("console", (message) => {
            // What cannot be reached is what such a test is about.
            const isOwn = message.type() === "error" && !/net::ERR_|status of/.test(message.text());
            if (isOwn) complaints.push(message.text());
          });
          await page.goto(url, { waitUntil: "load" });
          return page;
        },
        openAs(url, other) {
          jar = other;
          return person.open(url);
        },
        setOffline: (offline) => context.setOffline(offline),
        async block(pattern) {
          await context.route(pattern, (route) => route.abort());
        },
        unblock: (pattern) => context.unroute(pattern),
        async answer(pattern, handle) {
          await context.route(pattern, handle);
        },
      };
      return person;
    },
  };
}
