import type { Row } from "./Row.ts";
import type { Fields } from "./readCsv.ts";
import type { Line } from "./readLines.ts";

/** Objects of a file that has one in JSON on every line. */
export async function* readNdjson(lines: AsyncIterable<Line>): AsyncGenerator<Row<Fields>> {
  for await (const { number, text, end, fault } of lines) {
    const place = { line: number, lastLine: number, text, end };
    if (fault !== undefined) yield { ...place, fault };
    else if (text.trim() !== "") yield { ...place, ...readObject(text) };
  }
}

function readObject(text: string): { value: Fields } | { fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { fault: `The line is not JSON: ${error.message}` };
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return { value: value as Fields };
  }
  return { fault: "The line is JSON, and no object." };
}
