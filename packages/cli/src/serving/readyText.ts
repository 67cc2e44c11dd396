import { powerCutWarning } from "@milepost/embedded";
import type { Database } from "../database/openDatabase.ts";
import type { Example } from "./findExample.ts";

/** What is true of a server that has just started. */
export interface Ready {
  readonly url: string;
  /** Where the demo's course site is; null where it is not served. */
  readonly demo: string | null;
  readonly open: boolean;
  /** Whether anyone could get in: there is an API key, or tokens are configured. */
  readonly reachable: boolean;
  readonly database: Pick<Database, "kind" | "location">;
  /** What of the demo was written by this start. */
  readonly seeded: { readonly learners: number; readonly facts: number } | null;
  readonly example: Example | null;
}

/** The block that a person reads once the server is up. */
export function readyText(ready: Ready): string {
  const { url, database, seeded, demo: site } = ready;
  const demo = seeded
    ? `, with a demo of ${seeded.learners} learners and ${seeded.facts.toLocaleString("en")} facts`
    : "";
  const lines = [
    "",
    `Milepost is ready:  ${url}`,
    `Dashboard:          ${url}/admin`,
    ...(site === null ? [] : [`Course site:        ${site}`]),
    `API, readable:      ${url}/v1/docs`,
    `Data:               ${database.kind} in ${database.location}${demo}`,
    `Access:             ${accessText(ready)}`,
    "",
    "Try:",
    ...tryLines(ready).map((line) => `  ${line}`),
    "",
    ...(database.kind === "embedded" ? [...wrap(`Note: ${powerCutWarning}`), ""] : []),
    "Ctrl-C stops it.",
  ];
  return lines.join("\n");
}

function accessText({ open, reachable }: Ready): string {
  if (open) {
    return "*** OPEN *** no key is asked for: whoever is on this machine may do everything";
  }
  if (reachable) return "by API key or token";
  return "by API key, and there is none yet: stop this, run `milepost keys create --name first`";
}

function tryLines({ url, open, example }: Ready): string[] {
  const key = open ? "" : ' -H "Authorization: Bearer $MILEPOST_KEY"';
  if (example === null) {
    const outline = '{"title":"Fire safety","lessons":[{"id":"fs-1","title":"Why fires start"}]}';
    return [
      `curl${key} -X PUT ${url}/v1/courses/fs --json '${outline}'`,
      `curl${key} -X PUT ${url}/v1/learners/ada/lessons/fs-1/completion`,
      `curl${key} ${url}/v1/learners/ada/courses/fs`,
    ];
  }
  const [learner, course, lesson] = [example.learner, example.course, example.lesson].map(
    encodeURIComponent,
  );
  return [
    `curl${key} ${url}/v1/learners/${learner}/courses/${course}`,
    `curl${key} -X PUT ${url}/v1/learners/${learner}/lessons/${lesson}/completion`,
    `curl${key} ${url}/v1/learners/${learner}/courses`,
  ];
}

const width = 96;

function wrap(text: string): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}
