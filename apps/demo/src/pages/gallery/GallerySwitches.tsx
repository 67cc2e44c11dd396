import type { GalleryLocale } from "../PageData.ts";
import { english } from "./Shown.tsx";

const locales = [
  ["en", "English"],
  ["de", "Deutsch"],
  ["ar", "العربية"],
] as const;

const themes = [
  [null, "Device"],
  ["light", "Light"],
  ["dark", "Dark"],
] as const;

interface SwitchesProps {
  readonly locale: GalleryLocale;
  /** Null for what the device says. */
  readonly theme: string | null;
}

/** Language and theme, as links: they work without a script, and can be sent to somebody. */
export function GallerySwitches({ locale, theme }: SwitchesProps) {
  return (
    <nav className="switches" aria-label="Language and theme" {...english}>
      <ul aria-label="Language">
        {locales.map(([one, name]) => (
          <li key={one}>
            <a
              href={addressOf({ locale: one, theme })}
              lang={one}
              aria-current={one === locale ? "true" : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
      <ul aria-label="Theme">
        {themes.map(([one, name]) => (
          <li key={name}>
            <a
              href={addressOf({ locale, theme: one })}
              aria-current={one === theme ? "true" : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function addressOf({ locale, theme }: SwitchesProps): string {
  return `/demo/gallery?locale=${locale}${theme === null ? "" : `&theme=${theme}`}`;
}
