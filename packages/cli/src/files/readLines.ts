/** One physical line of a file. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its `\n`; a `\r` before that stays, since inside quotes it is content. */
  readonly text: string;
  /** Bytes of the file up to the end of this line. */
  readonly end: number;
  /** Why the line cannot be read; `text` is then its beginning. */
  readonly fault?: string;
}

/** A line that is longer is no row of ours: a binary file, or one that lost its line ends. */
const longestBytes = 1 << 20;
const shownBytes = 200;

/** Lines of a byte stream, with never more than one of them in memory. */
export async function* readLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const open = new OpenLine();
  for await (const bytes of source) {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let start = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, start)) {
      open.add(chunk.subarray(start, at));
      yield open.close(1);
      start = at + 1;
    }
    open.add(chunk.subarray(start));
  }
  if (!open.isEmpty) yield open.close(0);
}

/** The line that is being read, over as many chunks as it takes. */
class OpenLine {
  #parts: Buffer[] = [];
  #kept = 0;
  #length = 0;
  #number = 0;
  #end = 0;

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  add(part: Buffer): void {
    this.#length += part.length;
    if (this.#kept > longestBytes) return;
    this.#parts.push(part);
    this.#kept += part.length;
  }

  /** @param newlineBytes - 1, or 0 where the file ends without one */
  close(newlineBytes: number): Line {
    const bytes = this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts);
    this.#end += this.#length + newlineBytes;
    this.#number += 1;
    const tooLong = this.#length > longestBytes;
    const line = this.#read(tooLong ? bytes?.subarray(0, shownBytes) : bytes, tooLong);
    this.#parts = [];
    this.#kept = 0;
    this.#length = 0;
    return line;
  }

  #read(bytes: Buffer | undefined, tooLong: boolean): Line {
    const decoded = bytes?.toString("utf8") ?? "";
    const text = this.#number === 1 ? decoded.replace(/^\uFEFF/, "") : decoded;
    const place = { number: this.#number, text, end: this.#end };
    if (tooLong) return { ...place, fault: "The line is longer than a megabyte." };
    // Decoding puts U+FFFD for what it cannot read. Kept, it would become part of somebody's id.
    if (text.includes("\uFFFD")) return { ...place, fault: "The line is not UTF-8." };
    return place;
  }
}
