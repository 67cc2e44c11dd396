import { beforeAll, describe, expect, test } from "vitest";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { addGroup, learnerIds } from "./support/addGroup.ts";
import { useDemoDashboard } from "./support/useDemoDashboard.ts";

describe("a course's curve", () => {
  const dashboard = useDemoDashboard();
  const browser = useBrowser();

  /** Large enough to have a curve, whatever day it is. */
  beforeAll(async () => {
    const ids = await learnerIds(dashboard.client);
    const halves = [ids.filter((_, at) => at % 2 === 0), ids.filter((_, at) => at % 2 === 1)];
    const [even = [], odd = []] = halves;
    await addGroup(dashboard.client, { id: "even", name: "Even numbers", learners: even });
    await addGroup(dashboard.client, { id: "odd", name: "Odd numbers", learners: odd });
  });

  test("is split by the groups that are chosen, each as the API tells it of that group", async () => {
    const person = await browser.person();
    const page = await person.open(`${dashboard.url}/admin/courses/fire-safety?v=1&t=time`);
    const curves = page.locator("figure .md-curve");
    await curves.first().waitFor();
    await expect.poll(() => curves.count()).toBe(1);

    const groups = page.getByRole("combobox", { name: "Split by up to 5 groups" });
    const split = () => new URL(page.url()).searchParams.get("sp");
    const add = async (name: string) => {
      await groups.fill(name);
      await page.getByRole("option", { name }).click();
    };
    await add("Even numbers");
    await expect.poll(split).toBe("even");
    await add("Odd numbers");
    await expect.poll(() => curves.count()).toBe(2);
    expect(split()).toBe("even,odd");
    const labels = page.locator("figure .md-curve text");
    await expect.poll(() => labels.allTextContents()).toEqual(["Even numbers", "Odd numbers"]);

    const caption = await page.locator("figcaption").first().innerText();
    for (const [id, name] of Object.entries({
      even: "Even numbers",
      odd: "Odd numbers",
    })) {
      const params = { path: { course: "fire-safety" }, query: { group: id } };
      const path = "/v1/reports/courses/{course}/time-to-complete";
      const { p50Days } = (await dashboard.client.GET(path, { params })).data;
      const half = p50Days === null ? "half not reached" : `half complete within ${p50Days} day`;
      expect(caption).toContain(`${name}: ${half}`);
    }

    await page.reload();
    await expect.poll(() => curves.count()).toBe(2);
    await page.goBack();
    await expect.poll(() => curves.count()).toBe(1);
  });

  test("leaves out a group that is too small, and says which", async () => {
    const params = { path: { group: "pair" } };
    await dashboard.client.PUT("/v1/groups/{group}", { params, body: { name: "A pair" } });
    const person = await browser.person();
    const address = "/admin/courses/fire-safety?v=1&t=time&sp=even,pair,nowhere";
    const page = await person.open(dashboard.url + address);
    await page.getByText("A pair: fewer than 10 to follow.").first().waitFor();
    await expect.poll(() => page.locator("figure .md-curve").count()).toBe(1);
  });
});
