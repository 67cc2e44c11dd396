import { beforeAll, describe, expect, test } from "vitest";
import { findBarriers } from "../../../tests/browser/findBarriers.ts";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { useDashboard } from "./support/useDashboard.ts";

describe("the list of learners", () => {
  const dashboard = useDashboard();
  const browser = useBrowser();
  beforeAll(async () => {
    const people = { ada: "Ada Lovelace", grace: "Grace Hopper", mary: "Mary Somerville" };
    for (const [learner, name] of Object.entries(people)) {
      const path = { learner };
      await dashboard.client.PUT("/v1/learners/{learner}", { params: { path }, body: { name } });
    }
  });

  async function open(path: string, options: Parameters<typeof browser.person>[0] = {}) {
    const person = await browser.person(options);
    return { person, page: await person.open(`${dashboard.url}/admin${path}`) };
  }

  test("is searched by key, keeps the search in its address, and opens a learner", async () => {
    const { page } = await open("/learners");
    const names = page.locator("tbody th .md-strong");
    await names.first().waitFor();
    await expect
      .poll(() => names.allInnerTexts())
      .toEqual(["Ada Lovelace", "Grace Hopper", "Mary Somerville"]);
    await page.keyboard.press("/");
    await page.keyboard.type("hop");
    await expect.poll(() => names.allInnerTexts()).toEqual(["Grace Hopper"]);
    expect(page.url()).toContain("q=hop");
    await names.click();
    await page.getByRole("heading", { name: "Grace Hopper" }).waitFor();
    await page.getByText("Not enrolled in any course").waitFor();
    await page.goBack();
    await names.waitFor();
    expect(await page.getByRole("searchbox").inputValue()).toBe("hop");
  });

  test("says where nobody is found, and that an erased learner is gone", async () => {
    const { page } = await open("/learners?v=1&q=zzz");
    await page.getByText("Nobody is found for “zzz”").waitFor();
    await page.getByRole("button", { name: "Show everybody" }).click();
    await page.getByText("Mary Somerville").waitFor();
    const params = { path: { learner: "mary" } };
    await dashboard.client.DELETE("/v1/learners/{learner}", { params });
    await page.getByText("Mary Somerville").click();
    await page.getByText("Nobody is known as “mary”").waitFor();
  });

  test("says what could not be read, and what may not be", async () => {
    const { person } = await open("/learners");
    const answer = (status: number, code: string) => {
      const body = JSON.stringify({ type: "about:blank", title: "No.", status, code });
      return { status, body, contentType: "application/problem+json" };
    };
    await person.answer("**/admin/api/v1/learners/ada", (route) =>
      route.fulfill(answer(403, "forbidden")),
    );
    await person.answer("**/admin/api/v1/learners/ada/courses?*", (route) =>
      route.fulfill(answer(400, "bad_request")),
    );
    const page = await person.open(`${dashboard.url}/admin/learners/ada`);
    await page.getByText("You may not see this").waitFor();
    await page.getByText("This could not be read").waitFor();
    await person.unblock("**/admin/api/v1/learners/ada/courses?*");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("Not enrolled in any course").waitFor();
  });

  test.each(["light", "dark"] as const)("has no barrier that axe finds: %s", async (scheme) => {
    const { page } = await open("/learners", { colorScheme: scheme });
    await page.getByText("Ada Lovelace").waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });
});
