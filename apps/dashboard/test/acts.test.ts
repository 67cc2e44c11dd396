import { describe, expect, test } from "vitest";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { useDashboard } from "./support/useDashboard.ts";

describe("an exemption on a learner's page", () => {
  const dashboard = useDashboard();
  const browser = useBrowser();

  test("is given after a preview, stands in the log with its reason, and is taken back", async () => {
    await dashboard.addCourse("fs");
    const params = { path: { learner: "ben", course: "fs" } };
    const exemptedAt = async () =>
      (await dashboard.client.GET("/v1/learners/{learner}/courses/{course}", { params })).data
        .exemptedAt;
    const person = await browser.person();
    const page = await person.open(`${dashboard.url}/admin/learners/ben`);
    const act = async (button: string, reason: string, outcome: string) => {
      await page.getByRole("button", { name: button, exact: true }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("combobox", { name: "Reason" }).click();
      await dialog.getByRole("option", { name: reason }).click();
      await dialog.getByRole("button", { name: "Preview" }).click();
      await dialog.getByText(`1 attempt will be ${outcome}.`).waitFor();
      const before = await exemptedAt();
      await dialog.getByRole("button", { name: "Confirm for 1 attempt" }).click();
      await dialog.getByText(`1 attempt ${outcome}.`).waitFor();
      await dialog.getByRole("button", { name: "Close" }).last().click();
      return before;
    };
    expect(await act("Exempt", "Changed role", "exempted")).toBeNull();
    expect(await exemptedAt()).not.toBeNull();
    expect(
      await act("Take the exemption back", "Exempted by mistake", "reinstated"),
    ).not.toBeNull();
    expect(await exemptedAt()).toBeNull();

    await page.goto(`${dashboard.url}/admin/deadlines?v=1&t=changes`);
    const rows = page.locator("tbody tr");
    await rows.nth(1).waitFor();
    await expect
      .poll(() => rows.nth(0).innerText())
      .toMatch(/Reinstated[\s\S]*Exempted by mistake/);
    await expect.poll(() => rows.nth(1).innerText()).toMatch(/Exempted[\s\S]*Changed role/);
  });
});
