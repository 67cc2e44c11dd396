import type { Row } from "../files/Row.ts";

/** Rows of a file one by one, with a look at the next. */
export class RowQueue<T> {
  readonly #rows: AsyncIterator<Row<T>>;
  #next: Row<T> | undefined;
  #ended = false;

  constructor(rows: AsyncIterable<Row<T>>) {
    this.#rows = rows[Symbol.asyncIterator]();
  }

  /** The row that `take` would give; undefined at the end. */
  async peek(): Promise<Row<T> | undefined> {
    if (this.#next === undefined && !this.#ended) {
      const { value, done } = await this.#rows.next();
      if (done === true) this.#ended = true;
      else this.#next = value;
    }
    return this.#next;
  }

  /** Up to `most` rows, as long as they belong. A row that says nothing goes with its neighbors. */
  async take(most: number, belongs: (value: T) => boolean = () => true): Promise<Row<T>[]> {
    const rows: Row<T>[] = [];
    while (rows.length < most) {
      const row = await this.peek();
      if (row === undefined || (row.fault === undefined && !belongs(row.value))) break;
      rows.push(row);
      this.#next = undefined;
    }
    return rows;
  }
}
