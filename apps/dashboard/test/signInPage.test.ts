import { createDashboard } from "@milepost/dashboard";
import { type Config, createLogger, type Serving, serve } from "@milepost/server";
import pg from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { useSignIn } from "./support/useSignIn.ts";

describe("the page", () => {
  const tested = useSignIn();
  const browser = useBrowser();
  let serving: Serving | undefined;
  const start = async (config: Config) => {
    serving = await serve({
      config,
      pool: new pg.Pool({ connectionString: tested.database.databaseUrl }),
      logger: createLogger("silent"),
      sites: [createDashboard({ signIn: config.signIn })],
    });
  };
  afterEach(() => serving?.close());

  const open = async (path: string) => (await browser.person()).open(tested.publicUrl + path);
  type Page = Awaited<ReturnType<typeof open>>;
  const continueAs = async (page: Page, account: string) => {
    await page.getByLabel("Account").fill(account);
    await page.getByRole("button", { name: "Continue" }).click();
  };
  const heading = (page: Page, name: string) => page.getByRole("heading", { name }).waitFor();

  test("signs in, says when the session is over, comes back to its address, signs out", async () => {
    await start(tested.config());
    const path = "/admin/courses?v=1&q=fire";
    const page = await open(path);
    await heading(page, "Sign in to Milepost");
    await page.getByRole("link", { name: "Sign in" }).click();
    await continueAs(page, "grace");
    await heading(page, "Courses");
    expect(page.url()).toBe(tested.publicUrl + path);
    const seen = await page.evaluate(async () => [
      document.cookie,
      await (await fetch("/admin/session")).text(),
    ]);
    expect(seen.join()).not.toMatch(/milepost_session|eyJ/);

    await page.context().clearCookies({ name: /^milepost/ });
    // It reads the groups.
    await page.getByRole("button", { name: "All learners" }).click();
    await heading(page, "Your session is over");
    await page.getByRole("link", { name: "Sign in again" }).click();
    await heading(page, "Courses");
    expect(page.url()).toBe(tested.publicUrl + path);

    await page.getByRole("button", { name: "Account: Grace Example" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.waitForURL(`${tested.provider.issuer}/session/end**`);
    await page.getByRole("button", { name: "Yes, sign me out" }).click();
    await heading(page, "Sign in to Milepost");
  });

  test("says to a learner that they may not see it, and lets in who may", async () => {
    await start(tested.config());
    const page = await open("/admin/sign-in?to=/admin/courses");
    await continueAs(page, "ada");
    await heading(page, "You may not see this");
    await page.getByRole("link", { name: "Sign in as somebody else" }).click();
    await continueAs(page, "grace");
    await heading(page, "Courses");
  });

  test("says of a token that the API refuses what is wrong", async () => {
    await start(tested.config({ MILEPOST_JWT_AUDIENCE: "another" }));
    const page = await open("/admin/sign-in");
    await continueAs(page, "grace");
    await heading(page, "Milepost does not accept this sign-in");
  });

  test("says where sign-in is not set up", async () => {
    const { auth, ...config } = tested.config();
    await start({ ...config, auth: { mode: "keys" }, signIn: null });
    const page = await open("/admin");
    await heading(page, "Sign-in is not set up");
    await expect.poll(() => page.getByRole("link").count()).toBe(0);
  });
});
