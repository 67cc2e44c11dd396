import { describe, expect, test } from "vitest";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { completionButton, sees } from "./support/onPage.ts";
import { useAcademy } from "./support/useAcademy.ts";

describe("what the server refuses", () => {
  const academy = useAcademy();
  const browser = useBrowser();

  test("is taken back by itself, with the reason, and leaves what went before it", async () => {
    const person = await browser.person({ cookies: { milepost_demo_learner: "fay" } });
    const url = `${academy.url}/demo/courses/lantern-start/lessons`;
    const page = await person.open(`${url}/ln-tour`);
    await completionButton(page).click();
    await sees(page, /^2 of /);

    // The course begins to want an enrollment, and fay has none any more.
    const other = await person.open(`${url}/ln-notifications`);
    const path = { course: "lantern-start" };
    const { data } = await academy.client.GET("/v1/courses/{course}", { params: { path } });
    const lessons = data.lessons.map(({ id, title, section, required }) => {
      return { id, title, section, required };
    });
    const body = { title: data.title, enrollment: "required" as const, lessons };
    await academy.client.PUT("/v1/courses/{course}", { params: { path }, body });
    await academy.client.DELETE("/v1/learners/{learner}", { params: { path: { learner: "fay" } } });

    const button = completionButton(other);
    await button.click();
    await sees(other, "Not saved. You are not enrolled in this course.");
    await expect.poll(() => button.getAttribute("aria-pressed")).toBe("false");
    await other.getByRole("alert").getByText("Fewer notifications was not saved.").waitFor();
    await sees(other, /^2 of /);
    await sees(page, /^2 of /);
    // It is not tried for ever.
    await other.getByRole("button", { name: "Retry" }).waitFor({ state: "detached" });
  });
});
