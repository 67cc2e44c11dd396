import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import type { ProgressLine } from "../terminal/ProgressLine.ts";

/** One file of an export while it is being written. */
export class ExportWriter {
  readonly #file: FileHandle;
  readonly #progress: ProgressLine;
  #rows = 0;

  private constructor(file: FileHandle, progress: ProgressLine) {
    this.#file = file;
    this.#progress = progress;
  }

  static async create(
    directory: string,
    name: string,
    { head = "", progress }: { head?: string; progress: ProgressLine },
  ): Promise<ExportWriter> {
    const file = await open(join(directory, name), "w", 0o600);
    await file.write(head);
    return new ExportWriter(file, progress);
  }

  /** How many rows were written, the head not among them. */
  get rows(): number {
    return this.#rows;
  }

  /** Writes lines, each with its line end. */
  async write(lines: readonly string[]): Promise<void> {
    if (lines.length === 0) return;
    await this.#file.write(lines.join(""));
    this.#rows += lines.length;
    this.#progress.advance(lines.length);
  }

  /**
   * Once it is on the disk, and not only with the operating system: the manifest vouches for it.
   */
  async close(): Promise<void> {
    await this.#file.sync();
    await this.#file.close();
  }
}
