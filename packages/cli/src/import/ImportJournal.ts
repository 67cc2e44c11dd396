import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/** How far one file has come. Everything up to `line` is committed, or refused and listed. */
export interface FileProgress {
  readonly line: number;
  readonly recorded: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** What an import is of: a journal of anything else is not continued. */
export interface ImportIdentity {
  readonly tenant: string;
  /** Tells this database from every other, from a restored namesake too. */
  readonly database: string;
  /** Size and time of change of every file. */
  readonly files: Readonly<Record<string, string>>;
}

interface Stored extends ImportIdentity {
  readonly format: 1;
  readonly rejectedBytes: number;
  readonly progress: Record<string, FileProgress>;
}

const nothing: FileProgress = { line: 0, recorded: 0, unchanged: 0, refused: 0 };

/**
 * Remembers in a file how far an import has come, so that the next run goes on from there. It is
 * written after the commit: killed in between, the lines are sent again, and come back as
 * unchanged.
 */
export class ImportJournal {
  readonly #path: string | undefined;
  readonly #identity: ImportIdentity;
  readonly #progress: Record<string, FileProgress>;
  #rejectedBytes: number;

  /** @param path - none for an import that cannot be continued, as one from a pipe */
  constructor(
    path: string | undefined,
    identity: ImportIdentity,
    { restart = false }: { restart?: boolean | undefined } = {},
  ) {
    this.#path = path;
    this.#identity = identity;
    const stored = restart || path === undefined ? undefined : read(path);
    const same = stored !== undefined && sameImport(stored, identity);
    this.#progress = same ? { ...stored.progress } : {};
    this.#rejectedBytes = same ? stored.rejectedBytes : 0;
  }

  get rejectedBytes(): number {
    return this.#rejectedBytes;
  }

  progressOf(file: string): FileProgress {
    return this.#progress[file] ?? nothing;
  }

  /**
   * Keeps how far a file has come. By rename: a reader meets the old text or the new, never half.
   */
  keep(file: string, progress: FileProgress, rejectedBytes: number): void {
    this.#progress[file] = progress;
    this.#rejectedBytes = rejectedBytes;
    if (this.#path === undefined) return;
    const stored: Stored = {
      format: 1,
      ...this.#identity,
      rejectedBytes,
      progress: this.#progress,
    };
    writeFileSync(`${this.#path}.new`, `${JSON.stringify(stored, null, 2)}\n`);
    renameSync(`${this.#path}.new`, this.#path);
  }

  /** The import is complete: a later run is a new one. */
  remove(): void {
    if (this.#path !== undefined) rmSync(this.#path, { force: true });
  }
}

function read(path: string): Stored | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const stored: Partial<Stored> = JSON.parse(readFileSync(path, "utf8"));
    return stored.format === 1 ? (stored as Stored) : undefined;
  } catch (error) {
    // Not ours, or a disk that ran full: starting anew is slower and always right.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function sameImport(stored: Stored, { tenant, database, files }: ImportIdentity): boolean {
  return (
    stored.tenant === tenant &&
    stored.database === database &&
    JSON.stringify(stored.files) === JSON.stringify(files)
  );
}
