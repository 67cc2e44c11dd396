import type { BrowserContextOptions, Page } from "playwright-core";
import type { TestBrowser } from "../../../../tests/browser/useBrowser.ts";
import type { TestAcademy } from "./useAcademy.ts";

export interface GalleryVisit extends BrowserContextOptions {
  readonly locale?: "en" | "de" | "ar";
  readonly theme?: "light" | "dark";
}

/** A page of the gallery that the browser has taken over. */
export async function openGallery(
  { academy, browser }: { academy: TestAcademy; browser: TestBrowser },
  { locale = "en", theme = "light", ...options }: GalleryVisit = {},
): Promise<Page> {
  const person = await browser.person(options);
  const page = await person.open(`${academy.url}/demo/gallery?locale=${locale}&theme=${theme}`);
  // Only a page that was taken over shows it: it is dismissed in the browser.
  if (options.javaScriptEnabled !== false) await page.locator(".lp-note").first().waitFor();
  return page;
}
