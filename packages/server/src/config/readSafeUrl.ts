import { isLoopback } from "../http/isLoopback.ts";
import type { Reader } from "./readConfig.ts";
import type { SettingName } from "./settings.ts";

/** A URL that nobody on the way can answer in another's place; null where it is absent or none. */
export function readSafeUrl(reader: Reader, name: SettingName): URL | null {
  const text = reader.text(name);
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const safe =
    url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
  if (safe) return url;
  reader.refuse(name, "has to begin with https://, or http:// on this machine.");
  return null;
}
