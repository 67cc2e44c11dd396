import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const levels = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

/** Each rule that is broken, and where; all rules of the levels where none is named. */
export async function findBarriers(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(levels)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target}`));
}
