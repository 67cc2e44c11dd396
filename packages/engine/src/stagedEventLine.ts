import { storableText } from "./storableText.ts";
import type { EventInput } from "./types.ts";

/** An event as a line of PostgreSQL's text format, in the order of mergeEvents' columns. */
export function stagedEventLine(event: EventInput, n: number): string {
  const learner = escaped(event.learner);
  const lesson = escaped(event.lesson);
  const [at, receivedAt] = [instant(event.at), instant(event.receivedAt)];
  const id = event.eventId === undefined ? absent : escaped(event.eventId);
  const attempt = event.attempt ?? absent;
  return `${n}\t${learner}\t${lesson}\t${event.type}\t${at}\t${id}\t${attempt}\t${receivedAt}\n`;
}

const absent = "\\N";
const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

function escaped(given: string): string {
  const text = storableText(given) ?? "";
  if (!special.test(text)) return text;
  return text.replaceAll(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);
}

/** PostgreSQL reads no sign before a year of five digits. */
function instant(given: Date | undefined): string {
  return given === undefined ? absent : given.toISOString().replace(/^\+0?/, "");
}
