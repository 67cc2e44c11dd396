import type { Page } from "playwright-core";

/** The number that a text has, its thousands divided or not. */
export const numberOf = (text: string | null) => Number((text ?? "").replaceAll(/[^\d]/g, ""));

/** How many rows a table says that it has, once it knows. */
export async function rowsSaid(page: Page): Promise<number> {
  const count = page.locator(".md-table-count").filter({ hasText: /^[\d,]+ rows?$/ });
  return numberOf(await count.first().textContent());
}
