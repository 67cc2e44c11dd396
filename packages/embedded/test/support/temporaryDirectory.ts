import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A directory of the current test's own, gone after it. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "milepost-embedded-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
