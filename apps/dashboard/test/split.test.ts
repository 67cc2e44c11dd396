import { describe, expect, test } from "vitest";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { useDemoDashboard } from "./support/useDemoDashboard.ts";

/** The curves are read one by one, on a machine that may have other tests to run. */
const patiently = { timeout: 20_000 };

describe("a course's curve", () => {
  const dashboard = useDemoDashboard();
  const browser = useBrowser();

  test("is split by the groups that are chosen, each as the API tells it of that group", async () => {
    const path = { group: "early" };
    const query = { limit: 40 };
    const { items } = (await dashboard.client.GET("/v1/learners", { params: { query } })).data;
    await dashboard.client.PUT("/v1/groups/{group}", {
      params: { path },
      body: { name: "Early birds" },
    });
    await dashboard.client.POST("/v1/groups/{group}/members", {
      params: { path },
      body: { learners: items.map(({ id }) => id), joinedAt: "2025-01-01T00:00:00Z" },
    });
    const person = await browser.person();
    const page = await person.open(`${dashboard.url}/admin/courses/fire-safety?v=1&t=time`);
    const curves = page.locator("figure .md-curve");
    await curves.first().waitFor();
    expect(await curves.count()).toBe(1);

    const groups = page.getByRole("combobox", { name: "Split by up to 5 groups" });
    const split = () => new URL(page.url()).searchParams.get("sp");
    const add = async (name: string) => {
      await groups.fill(name);
      await page.getByRole("option", { name }).click();
    };
    await add("Berlin office");
    await expect.poll(split, patiently).toBe("berlin");
    await add("Early birds");
    await expect.poll(() => curves.count(), patiently).toBe(2);
    expect(split()).toBe("berlin,early");
    const labels = await page.locator("figure .md-curve text").allTextContents();
    expect(labels).toEqual(["Berlin office", "Early birds"]);

    const caption = await page.locator("figcaption").first().innerText();
    for (const [id, name] of Object.entries({
      berlin: "Berlin office",
      early: "Early birds",
    })) {
      const params = { path: { course: "fire-safety" }, query: { group: id } };
      const path = "/v1/reports/courses/{course}/time-to-complete";
      const { p50Days } = (await dashboard.client.GET(path, { params })).data;
      const half = p50Days === null ? "half not reached" : `half complete within ${p50Days} day`;
      expect(caption).toContain(`${name}: ${half}`);
    }

    await page.reload();
    await expect.poll(() => curves.count(), patiently).toBe(2);
    await page.goBack();
    await expect.poll(() => curves.count(), patiently).toBe(1);
  });

  test("leaves out a group that is too small, and says which", async () => {
    const params = { path: { group: "pair" } };
    await dashboard.client.PUT("/v1/groups/{group}", { params, body: { name: "A pair" } });
    const person = await browser.person();
    const address = "/admin/courses/fire-safety?v=1&t=time&sp=berlin,pair,nowhere";
    const page = await person.open(dashboard.url + address);
    await page.getByText("A pair: fewer than 10 to follow.").first().waitFor();
    expect(await page.locator("figure .md-curve").count()).toBe(1);
  });
});
