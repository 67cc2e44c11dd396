export type MessageValues = Readonly<Record<string, string | number>>;

/** First strong isolate and its end: a title in another script turns no sentence around. */
const [isolate, end] = ["\u2068", "\u2069"];

/**
 * Formats a message of the ICU kinds that the catalogue is written in: `{name}`, and
 * `{count, plural, =0 {…} one {…} other {… # …}}` with further arguments inside. Numbers are
 * written as the locale writes them, and strings isolated from the direction of what is around.
 *
 * @throws Error for a message that is malformed, or lacks a value or the `other` of a plural
 */
export function formatMessage(message: string, values: MessageValues, locale: string): string {
  const reader = { at: 0 };
  const text = format(message, reader, { values, locale, count: undefined });
  if (reader.at < message.length) throw new Error(`A brace too many: ${message}`);
  return text;
}

interface Context {
  readonly values: MessageValues;
  readonly locale: string;
  /** What `#` stands for. */
  readonly count: number | undefined;
}

function format(message: string, reader: { at: number }, context: Context): string {
  let text = "";
  while (reader.at < message.length) {
    const next = message.charAt(reader.at);
    if (next === "}") break;
    reader.at++;
    if (next === "{") text += argument(message, reader, context);
    else if (next === "#" && context.count !== undefined) text += number(context.count, context);
    else text += next;
  }
  return text;
}

function argument(message: string, reader: { at: number }, context: Context): string {
  const [, name = "", kind] = take(message, reader, /\s*(\w+)\s*(?:,\s*(plural)\s*,)?\s*/y);
  const value = context.values[name];
  if (value === undefined) throw new Error(`No value for ${name}: ${message}`);
  let text = typeof value === "number" ? number(value, context) : isolate + value + end;
  if (kind === "plural") text = plural(message, reader, { ...context, count: Number(value) });
  take(message, reader, /\}/y);
  return text;
}

function plural(message: string, reader: { at: number }, context: Context): string {
  const count = context.count ?? 0;
  const rule = new Intl.PluralRules(context.locale).select(count);
  const cases = new Map<string, string>();
  while (message.charAt(reader.at) !== "}") {
    const [, name = ""] = take(message, reader, /(=\d+|\w+)\s*\{/y);
    cases.set(name, format(message, reader, context));
    take(message, reader, /\}\s*/y);
  }
  const chosen = cases.get(`=${count}`) ?? cases.get(rule) ?? cases.get("other");
  if (chosen === undefined) throw new Error(`A plural without other: ${message}`);
  return chosen;
}

function take(message: string, reader: { at: number }, pattern: RegExp): RegExpExecArray {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(message);
  if (found === null) throw new Error(`Malformed at ${reader.at}: ${message}`);
  reader.at = pattern.lastIndex;
  return found;
}

function number(value: number, { locale }: Context): string {
  return new Intl.NumberFormat(locale).format(value);
}
