import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A temporary folder for the files of the current `describe` or file, gone after it. */
export interface TestFolder {
  path(name: string): string;
  /** Writes a file and answers its path. */
  write(name: string, text: string): string;
  read(name: string): string;
}

/** Makes one. */
export function useFolder(): TestFolder {
  const folder = mkdtempSync(join(tmpdir(), "milepost-cli-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = (name: string) => join(folder, name);
  return {
    path,
    write(name, text) {
      writeFileSync(path(name), text);
      return path(name);
    },
    read: (name) => readFileSync(path(name), "utf8"),
  };
}
