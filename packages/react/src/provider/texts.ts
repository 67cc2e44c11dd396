import type { MessageKey, Messages } from "../messages/en.ts";
import { english } from "../messages/english.ts";
import { formatMessage, type MessageValues } from "../messages/formatMessage.ts";

/** Texts, numbers and dates in the learner's language. */
export interface Texts {
  readonly locale: string;
  /** A message of the catalogue. @throws Error where the catalogue's text is malformed */
  text(key: MessageKey, values?: MessageValues): string;
  /** A share of a hundred: `58%`. */
  percent(value: number): string;
  /** A day, such as `3 May 2026`, in the zone given or else the provider's. */
  day(instant: string): string;
  /**
   * A day and a time, such as `Fri 24 Apr, 23:59`; with the year where it is not that of `now`, or
   * nobody says what year it is.
   */
  dayAndTime(instant: string, now: Date | null, timeZone?: string | null): string;
  /** How far off an instant is, such as `in 3 days`. */
  relative(instant: string, now: Date): string;
}

export interface TextOptions {
  readonly locale: string;
  /** IANA name. Where the page is rendered on the server it has to be the same there. */
  readonly timeZone: string;
  /** Texts that are worded otherwise than in English. */
  readonly messages: Partial<Messages>;
}

const year = { year: "numeric" } as const;

const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** Makes the texts of a language out of its catalogue. */
export function createTexts({ locale, timeZone, messages }: TextOptions): Texts {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone });
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  return {
    locale,
    text: (key, values = {}) => formatMessage(messages[key] ?? english[key] ?? key, values, locale),
    percent: (value) => percent.format(value / 100),
    day: (instant) => day.format(new Date(instant)),
    dayAndTime: (instant, now, zone) =>
      new Intl.DateTimeFormat(locale, {
        ...(now?.getUTCFullYear() === new Date(instant).getUTCFullYear() ? {} : year),
        weekday: "short",
        day: "numeric",
        month: "short",
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
        timeZone: zone ?? timeZone,
      }).format(new Date(instant)),
    relative: (instant, now) => relative(locale, Date.parse(instant) - now.getTime()),
  };
}

function relative(locale: string, milliseconds: number): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const [unit, size] =
    units.find(([, least]) => Math.abs(milliseconds) >= least) ?? (["minute", 60_000] as const);
  return format.format(Math.trunc(milliseconds / size), unit);
}
