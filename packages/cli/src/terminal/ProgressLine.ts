import type { Terminal } from "./Terminal.ts";

export interface ProgressOptions {
  /** What is being done, such as `events.ndjson`. */
  readonly label: string;
  /** What is counted, in the plural; nothing where only the share is known. */
  readonly unit?: string;
  /**
   * How much there is in all, in bytes or hundredths, where that is known: then there is a bar and
   * a time left.
   */
  readonly total?: number | undefined;
}

const barWidth = 24;
const redrawMillis = 100;
const plainMillis = 5_000;

/**
 * How far a long piece of work has come: one line that is redrawn for a person, else a line now and
 * then.
 */
export class ProgressLine {
  readonly #terminal: Pick<Terminal, "columns" | "err">;
  readonly #now: () => number;
  #options: ProgressOptions = { label: "" };
  #startedAt = 0;
  #shownAt = 0;
  #rows = 0;
  #ends = new Map<string, number>();
  #drawn = false;

  /** @param now - milliseconds from any beginning */
  constructor(terminal: Pick<Terminal, "columns" | "err">, now = () => performance.now()) {
    this.#terminal = terminal;
    this.#now = now;
  }

  /** The next piece of work. */
  start(options: ProgressOptions): void {
    this.end();
    this.#options = options;
    this.#startedAt = this.#now();
    this.#shownAt = this.#startedAt;
    this.#rows = 0;
    this.#ends = new Map();
  }

  /** Of what was counted since `start`. */
  get rows(): number {
    return this.#rows;
  }

  /** @param end - how many bytes of that file are behind us, where there is one */
  advance(rows: number, { file = "", end = 0 } = {}): void {
    this.#rows += rows;
    this.#ends.set(file, end);
    const now = this.#now();
    const wait = this.#terminal.columns === null ? plainMillis : redrawMillis;
    if (now - this.#shownAt < wait) return;
    this.#shownAt = now;
    this.#show(now);
  }

  /** Leaves the line free for whatever is printed next. */
  end(): void {
    if (this.#drawn) this.#terminal.err("\r\u001B[K");
    this.#drawn = false;
  }

  #show(now: number): void {
    const text = this.#text((now - this.#startedAt) / 1_000);
    if (this.#terminal.columns === null) {
      this.#terminal.err(`${text}\n`);
      return;
    }
    this.#terminal.err(`\r\u001B[K${text.slice(0, this.#terminal.columns - 1)}`);
    this.#drawn = true;
  }

  #text(seconds: number): string {
    const { label, unit, total } = this.#options;
    const rate = Math.round(this.#rows / seconds).toLocaleString("en");
    const counts = unit ? `  ${this.#rows.toLocaleString("en")} ${unit}, ${rate}/s` : "";
    if (!total) return `${label}${counts}`;
    const bytes = [...this.#ends.values()].reduce((sum, end) => sum + end, 0);
    const share = Math.min(1, bytes / total);
    const full = Math.round(share * barWidth);
    const bar = `[${"#".repeat(full)}${"-".repeat(barWidth - full)}]`;
    const left = share > 0 ? Math.ceil((seconds / share) * (1 - share)) : 0;
    const percentage = `${Math.floor(share * 100)} %`.padStart(5);
    return `${label}  ${bar} ${percentage}${counts}  ${left} s left`;
  }
}
