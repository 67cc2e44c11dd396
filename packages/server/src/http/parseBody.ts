import type { z } from "@hono/zod-openapi";
import type { BodyRule } from "./operation.ts";
import { Problem } from "./Problem.ts";
import { parse } from "./parse.ts";

/** A line of a JSON-lines body that is not JSON. It fails alone, so it can't be thrown. */
export class MalformedLine {
  readonly detail: string;

  constructor(detail: string) {
    this.detail = detail;
  }
}

const json = /^application\/json\s*(;|$)/i;
const jsonLines = /^application\/x-ndjson\s*(;|$)/i;

/**
 * The body as its rule reads it.
 *
 * @throws {@link Problem} `media_type_unsupported`, `json_malformed`, or as `parse` does
 */
export function parseBody(
  rule: BodyRule<z.ZodType>,
  type: string | undefined,
  bytes: Uint8Array,
): unknown {
  if (bytes.byteLength === 0) {
    if (!rule.required) return parse(rule.schema, {}, "body");
    throw new Problem("request_invalid", { detail: "This takes a body, and there is none." });
  }
  const inLines = rule.lines !== undefined && jsonLines.test(type ?? "");
  if (!inLines && !json.test(type ?? "")) throw new Problem("media_type_unsupported");
  const text = decode(bytes);
  const value = inLines ? { [rule.lines.of]: parseLines(text, rule.lines.most) } : parseJson(text);
  return parse(rule.schema, value, "body");
}

/** Strictly: what is no UTF-8 would arrive as other ids than were sent. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Problem("json_malformed", { detail: "The body is not UTF-8.", cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Problem("json_malformed", { detail: messageOf(cause), cause });
  }
}

/**
 * The values of up to `most` lines and one more, by which the batch is then refused: eight
 * mebibytes of short lines would be millions of values.
 */
function parseLines(text: string, most: number): unknown[] {
  const values: unknown[] = [];
  for (let start = 0; start < text.length && values.length <= most; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end).trim();
    if (line !== "") values.push(parseLine(line));
    start = end + 1;
  }
  return values;
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    return new MalformedLine(messageOf(error));
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
