import { closeSync, existsSync, ftruncateSync, openSync, rmSync, writeSync } from "node:fs";
import { csvLine } from "../files/csvLine.ts";

/** A line that was not imported, and why. */
export interface Reject {
  /** Name of the file it stands in. */
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly reason: string;
  /** The line itself. */
  readonly input: string;
}

/** The list of refused lines, in line order. There is a file only once there is a refused line. */
export class RejectsFile {
  readonly path: string;
  #descriptor: number | undefined;
  #bytes: number;

  /** @param bytes - length up to which an earlier run's list counts; 0 starts anew */
  constructor(path: string, bytes: number) {
    this.path = path;
    // Somebody may have taken the list away between two runs: then a new one begins.
    this.#bytes = existsSync(path) ? bytes : 0;
    if (bytes === 0) rmSync(path, { force: true });
  }

  /** Length of what has been written: what the journal remembers. */
  get bytes(): number {
    return this.#bytes;
  }

  add(rejects: readonly Reject[]): void {
    if (rejects.length === 0) return;
    const head = this.#bytes === 0 ? csvLine(["file", "line", "code", "reason", "input"]) : "";
    const lines = rejects.map(({ file, line, code, reason, input }) =>
      csvLine([file, line, code, reason, input]),
    );
    const text = Buffer.from(head + lines.join(""));
    writeSync(this.#open(), text, 0, text.length, this.#bytes);
    this.#bytes += text.length;
  }

  close(): void {
    // Lines past the journal's last word are read again, so what a killed run wrote of them goes.
    if (this.#descriptor === undefined && this.#bytes > 0) this.#open();
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  #open(): number {
    if (this.#descriptor === undefined) {
      this.#descriptor = openSync(this.path, existsSync(this.path) ? "r+" : "w");
      ftruncateSync(this.#descriptor, this.#bytes);
    }
    return this.#descriptor;
  }
}
