import type { Messages } from "@milepost/react/core";

const catalogs = new Map<string, Messages>();
const waiting = new Set<() => void>();

/** Makes a language known to every provider of the page, also to those that are there already. */
export function registerMessages(language: string, messages: Messages): void {
  catalogs.set(language, messages);
  for (const tell of waiting) tell();
}

/** The catalogue of a locale's language; undefined where it was not loaded, or is English. */
export function messagesOf(locale: string): Messages | undefined {
  return catalogs.get(new Intl.Locale(locale).language);
}

/** @returns the function that ends it */
export function onMessages(tell: () => void): () => void {
  waiting.add(tell);
  return () => waiting.delete(tell);
}
