import { CommandError } from "../terminal/CommandError.ts";
import { exitCodes } from "../terminal/exitCodes.ts";
import type { Row } from "./Row.ts";
import type { Line } from "./readLines.ts";
import { splitCsvRecord } from "./splitCsvRecord.ts";

/** Fields of a record by the name of their column; an empty field is left out. */
export type Fields = Readonly<Record<string, unknown>>;

/** A quote that is not closed within this many lines was a slip in the first of them. */
const mostLines = 100;

/**
 * Records of a CSV file whose first line names its columns. Comma, semicolon or tab: whichever
 * the first line uses. A record that cannot be read costs its first line and no more: a forgotten
 * quote must not swallow the rest of the file, which is why no general parser is used here.
 *
 * @param columns - the names there are; in the file case, `_` and blanks make no difference
 * @throws {@link CommandError} where the first line names another column, or one of them twice
 */
export async function* readCsv(
  lines: AsyncIterable<Line>,
  { columns, required }: { columns: readonly string[]; required: readonly string[] },
): AsyncGenerator<Row<Fields>> {
  const source = new LineQueue(lines);
  const first = await source.next();
  if (first === undefined) return;
  const { names, delimiter } = readHeader(first, { columns, required });
  for (let line = await source.next(); line !== undefined; line = await source.next()) {
    if (line.fault === undefined && /^\s*$/.test(line.text)) continue;
    yield await readRecord(line, source, { names, delimiter });
  }
}

async function readRecord(
  first: Line,
  source: LineQueue,
  { names, delimiter }: { names: readonly string[]; delimiter: string },
): Promise<Row<Fields>> {
  const lines = [first];
  let fault = first.fault;
  for (let text = first.text; fault === undefined; ) {
    const last = lines.at(-1) ?? first;
    const fields = splitCsvRecord(text.replace(/\r$/, ""), delimiter);
    if (Array.isArray(fields) && fields.length === names.length) {
      const place = { line: first.number, lastLine: last.number, text, end: last.end };
      return { ...place, value: byName(names, fields) };
    }
    const next = fields === "open" && lines.length < mostLines ? await source.next() : undefined;
    if (next === undefined) fault = faultOf(lines.length > 1 ? "open" : fields, names);
    else {
      lines.push(next);
      text = `${text}\n${next.text}`;
    }
  }
  source.putBack(lines.slice(1));
  const { number, text, end } = first;
  return { line: number, lastLine: number, text, end, fault };
}

function faultOf(fields: string[] | "open" | "misquoted", names: readonly string[]): string {
  if (fields === "open") return "A quote is opened and not closed.";
  if (fields === "misquoted") return "Something follows a closing quote.";
  return `The line has ${fields.length} fields where the first line has ${names.length}.`;
}

function byName(names: readonly string[], fields: readonly string[]): Fields {
  const byColumn: Record<string, string> = {};
  for (const [at, name] of names.entries()) {
    const field = fields[at];
    if (field !== undefined && field !== "") byColumn[name] = field;
  }
  return byColumn;
}

function readHeader(
  line: Line,
  { columns, required }: { columns: readonly string[]; required: readonly string[] },
): { names: string[]; delimiter: string } {
  const text = line.text.replace(/\r$/, "");
  const delimiter = [",", ";", "\t"].find((mark) => text.includes(mark)) ?? ",";
  const given = splitCsvRecord(text, delimiter);
  if (!Array.isArray(given)) throw wrongHeader("The first line is not one of names.", columns);
  const known = new Map(columns.map((name) => [plain(name), name]));
  const names = given.map((name) => {
    const column = known.get(plain(name));
    if (column === undefined) throw wrongHeader(`There is no column named "${name}".`, columns);
    return column;
  });
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw wrongHeader(`The column "${twice}" comes twice.`, columns);
  const missing = required.find((name) => !names.includes(name));
  if (missing !== undefined) throw wrongHeader(`The column "${missing}" is missing.`, columns);
  return { names, delimiter };
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[_\s-]/g, "");

function wrongHeader(message: string, columns: readonly string[]): CommandError {
  return new CommandError(message, {
    code: "wrong_columns",
    exitCode: exitCodes.usage,
    hint: `The first line of the file names its columns, of these: ${columns.join(", ")}.`,
  });
}

/** Lines one by one, of which some can be put back to be read once more. */
class LineQueue {
  readonly #lines: AsyncIterator<Line>;
  #back: Line[] = [];

  constructor(lines: AsyncIterable<Line>) {
    this.#lines = lines[Symbol.asyncIterator]();
  }

  async next(): Promise<Line | undefined> {
    const back = this.#back.shift();
    if (back !== undefined) return back;
    const { value, done } = await this.#lines.next();
    return done === true ? undefined : value;
  }

  putBack(lines: readonly Line[]): void {
    this.#back = [...lines, ...this.#back];
  }
}
