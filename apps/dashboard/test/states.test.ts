import { describe, expect, test } from "vitest";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { useDashboard } from "./support/useDashboard.ts";
import { useDemoDashboard } from "./support/useDemoDashboard.ts";

const problem = (status: number, code: string) => ({
  status,
  contentType: "application/problem+json",
  headers: { "x-request-id": "req-7" },
  body: JSON.stringify({
    type: "about:blank",
    title: code,
    status,
    code,
    detail: `It is ${code}.`,
  }),
});

describe("what the dashboard says where there is nothing to show", () => {
  const empty = useDashboard();
  const browser = useBrowser();

  test("first of all, how to send the first course", async () => {
    const person = await browser.person();
    const page = await person.open(`${empty.url}/admin`);
    await page.getByText("Nothing has been recorded yet").waitFor();
    await expect.poll(() => page.locator("pre").textContent()).toContain("/v1/courses/fs");
  });

  test("with too few to tell, that and how many", async () => {
    await empty.addCourse("fs");
    const person = await browser.person();
    const page = await person.open(`${empty.url}/admin/courses/fs?v=1&t=time`);
    const { data } = await empty.client.GET("/v1/reports/courses/{course}/time-to-complete", {
      params: { path: { course: "fs" } },
    });
    expect(data.n).toBeGreaterThan(0);
    await page.getByText(`Not enough data (n = ${data.n})`).waitFor();
  });
});

describe("what the dashboard says where something fails", () => {
  const dashboard = useDemoDashboard();
  const browser = useBrowser();

  test("of one answer, there and nowhere else, with the request and a way to try again", async () => {
    const person = await browser.person();
    await person.answer("**/v1/reports/overview*", (route) =>
      route.fulfill(problem(422, "broken")),
    );
    const page = await person.open(`${dashboard.url}/admin`);
    const alert = page.getByRole("alert");
    await alert.waitFor();
    await expect.poll(() => alert.textContent()).toContain("It is broken.Request req-7");
    await page.locator("tbody tr").first().waitFor();
    await person.unblock("**/v1/reports/overview*");
    await alert.getByRole("button", { name: "Try again" }).click();
    await page.locator(".md-stat-value").first().waitFor();
  });

  test("of what is shown already, that it is of then", async () => {
    const person = await browser.person();
    const page = await person.open(`${dashboard.url}/admin/courses/fire-safety`);
    await page.locator(".md-legend strong").first().waitFor();
    await page.locator('.md-fresh[data-tone="live"]').waitFor();
    await person.answer("**/v1/reports/courses/*", (route) =>
      route.fulfill(problem(422, "broken")),
    );
    const { data } = await dashboard.client.GET("/v1/courses/{course}", {
      params: { path: { course: "fire-safety" } },
    });
    await dashboard.client.PUT("/v1/learners/{learner}/lessons/{lesson}/completion", {
      params: { path: { learner: "new-one", lesson: data.lessons[0]?.id ?? "" } },
      body: {},
    });
    await page.getByText(/^As of \d\d:\d\d: it could not be read again/).waitFor();
    await expect.poll(() => page.locator(".md-legend strong").count()).toBe(8);
  });

  test("to who may not, that and whom to ask", async () => {
    const person = await browser.person();
    await person.answer("**/v1/caller", (route) => route.fulfill(problem(403, "forbidden")));
    const page = await person.open(`${dashboard.url}/admin`);
    await page.getByRole("heading", { name: "You may not see this" }).waitFor();
  });

  test("where a filter leaves nobody, which one to take back", async () => {
    const person = await browser.person();
    const page = await person.open(`${dashboard.url}/admin/courses?v=1&q=nothing-such`);
    await page.getByText("0 of 5 courses match").waitFor();
    await page.getByRole("button", { name: "Clear the search" }).click();
    await page.getByText("5 rows").waitFor();
    expect(page.url()).toBe(`${dashboard.url}/admin/courses`);
  });

  test("of a page whose script is gone, and lets one go elsewhere", async () => {
    const person = await browser.person();
    const page = await person.open(`${dashboard.url}/admin`);
    await page.locator("tbody tr").first().waitFor();
    await person.block("**/assets/Deadlines-*.js");
    await page.getByRole("link", { name: "Deadlines", exact: true }).click();
    await page.getByText("This page could not be shown").waitFor();
    await page.getByRole("link", { name: "Courses", exact: true }).click();
    await page.getByRole("heading", { name: "Courses", level: 1 }).waitFor();
    browser.forgive(/dynamically imported module/);
  });
});
