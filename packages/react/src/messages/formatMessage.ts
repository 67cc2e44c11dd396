export type MessageValues = Readonly<Record<string, string | number>>;

/** Letters that are written from right to left: Hebrew, Arabic and what comes after them. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

const argument = /\{\s*(\w+)\s*(?:,\s*plural\s*,((?:\s*(?:=\d+|\w+)\s*\{[^{}]*\})+)\s*)?\}/g;
const cases = /(=\d+|\w+)\s*\{([^{}]*)\}/g;

/**
 * Formats a message of the ICU kinds that the catalogue is written in: `{name}`, and
 * `{count, plural, =0 {…} one {…} other {… # …}}` with nothing but text and `#` inside. Numbers are
 * written as the locale writes them. A value that is written in the other direction than the
 * message is isolated from it, so that it turns nothing around; any other is left without marks
 * that nobody sees and every search trips over.
 *
 * @throws Error where a value is missing, a plural lacks `other`, or a brace is out of place
 */
export function formatMessage(message: string, values: MessageValues, locale: string): string {
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  if (/[{}]/.test(message.replace(argument, ""))) throw new Error(`Malformed: ${message}`);
  return message.replace(argument, (_, name: string, forms: string | undefined) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for ${name}: ${message}`);
    if (forms !== undefined) {
      const count = Number(value);
      return choose(forms, count, locale).replaceAll("#", number(count));
    }
    return typeof value === "number" ? number(value) : isolated(value, message);
  });
}

function isolated(value: string, message: string): string {
  const turns = rightToLeft.test(value) !== rightToLeft.test(message) && /\p{L}/u.test(value);
  return turns ? `\u2068${value}\u2069` : value;
}

function choose(forms: string, count: number, locale: string): string {
  const named = new Map(Array.from(forms.matchAll(cases), ([, name, form]) => [name, form]));
  const rule = new Intl.PluralRules(locale).select(count);
  const form = named.get(`=${count}`) ?? named.get(rule) ?? named.get("other");
  if (form === undefined) throw new Error(`A plural without other: ${forms}`);
  return form;
}
