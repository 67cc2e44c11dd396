import { stopped } from "../terminal/stopped.ts";
import { enrollmentKind } from "./enrollmentKind.ts";
import type { ImportRun } from "./ImportRun.ts";
import { openRows } from "./openRows.ts";
import { sendWindow } from "./sendWindow.ts";

/**
 * Sends the attempts once more now that their views are there: where two lessons were viewed last
 * at the same instant, the attempt itself says which it was. What was refused before is listed
 * already.
 */
export async function settleLastViews(run: ImportRun, path: string): Promise<void> {
  const kind = enrollmentKind();
  const rows = openRows({ path, kind, format: "csv", afterLine: 0 });
  for (;;) {
    const window = await rows.take(kind.chunk * run.lanes);
    if (window.length === 0) return;
    await sendWindow(
      run,
      kind,
      window.filter(({ value }) => value?.lastViewedLesson !== undefined),
    );
    if (run.stop.aborted) {
      throw stopped("Stopped.", "Run the same command again: it goes on from there.");
    }
  }
}
