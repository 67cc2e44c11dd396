import type { Page } from "playwright-core";

/** Addresses of the fire safety course. */
export const course = "/demo/courses/fire-safety";

/** Address of a lesson of the fire safety course. */
export function lessonOf(id: string): string {
  return `${course}/lessons/${id}`;
}

/** The button that completes the lesson of a page. */
export function completionButton(page: Page) {
  return page.getByRole("button", { name: "Mark lesson complete" });
}

/** How many lessons the first bar of a page says are complete. */
export function completedLessons(page: Page): Promise<string | null> {
  return page.getByRole("progressbar").first().getAttribute("aria-valuenow");
}

/** Resolves once the text is on the page. */
export async function sees(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).first().waitFor();
}
