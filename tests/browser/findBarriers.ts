import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const levels = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

/** Each rule that is broken, and where; all rules of the levels where none is named. */
export async function findBarriers(page: Page, rules?: string[]): Promise<string[]> {
  // Our pages have no frames, which the other mode would open a page of its own for.
  const options = { resultTypes: ["violations" as const] };
  const axe = new AxeBuilder({ page }).options(options).setLegacyMode(true);
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(levels)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target}`));
}
