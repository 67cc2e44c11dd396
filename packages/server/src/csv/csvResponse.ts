import { csvRecord } from "./csvRecord.ts";
import type { CsvRow } from "./csvRows.ts";

export interface CsvFile {
  /** With its ending. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Rows a page at a time; the next page is read when this one has gone out. */
  readonly pages: AsyncIterator<readonly CsvRow[], unknown, undefined>;
  /** Told what broke a file off. */
  onBreak(error: unknown): void;
}

/**
 * Streams a file, one page in memory. The first page is waited for, so what keeps it from coming is
 * still answered as a problem. What breaks a later one breaks the transfer off: a file that has an
 * end has all of its rows.
 */
export async function csvResponse({ name, columns, pages, onBreak }: CsvFile): Promise<Response> {
  const encoder = new TextEncoder();
  const encode = (rows: readonly CsvRow[]) =>
    encoder.encode(rows.map((row) => csvRecord(columns.map((column) => row[column]))).join(""));
  const first = await pages.next();
  const begin = [encoder.encode(csvRecord(columns)), ...(first.done ? [] : [encode(first.value)])];

  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const ready = begin.shift();
        if (ready !== undefined) return controller.enqueue(ready);
        try {
          const page = await pages.next();
          if (page.done) controller.close();
          else controller.enqueue(encode(page.value));
        } catch (error) {
          onBreak(error);
          // Whoever serves the stream may print what it ends in, so that has nothing of the cause.
          controller.error(new Error("The file broke off."));
        }
      },
      async cancel() {
        await pages.return?.();
      },
    },
    // Nothing ahead of what is read: a stream that fails while a chunk still waits to go out would
    // be ended by its server, not cut off.
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="${name}"`,
    },
  });
}
