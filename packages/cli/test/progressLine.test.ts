import { describe, expect, test } from "vitest";
import { ProgressLine } from "../src/terminal/ProgressLine.ts";

/** A line of progress whose clock stands still until it is moved. */
function lineOn(columns: number | null) {
  const written: string[] = [];
  const clock = { seconds: 0 };
  const terminal = { columns, err: (text: string) => written.push(text) };
  const line = new ProgressLine(terminal, () => clock.seconds * 1_000);
  return { line, written, clock };
}

describe("the line of progress", () => {
  test("is redrawn for a person, and leaves nothing behind", () => {
    const { line, written, clock } = lineOn(100);
    line.start({ label: "events.csv", unit: "rows", total: 4_000 });
    clock.seconds = 0.05;
    line.advance(10, { file: "a", end: 40 });
    expect(written).toEqual([]);
    clock.seconds = 2;
    line.advance(2_990, { file: "a", end: 1_000 });
    const bar = "[######------------------]  25 %";
    expect(written).toEqual([`\r\u001B[Kevents.csv  ${bar}  3,000 rows, 1,500/s  6 s left`]);
    line.end();
    expect(written.at(-1)).toBe("\r\u001B[K");
  });

  test("does not wrap in a narrow window", () => {
    const { line, written, clock } = lineOn(20);
    line.start({ label: "export", unit: "rows" });
    clock.seconds = 1;
    line.advance(123_456);
    expect(written).toEqual(["\r\u001B[Kexport  123,456 row"]);
  });

  test("is a line now and then where nobody watches, and counts several files together", () => {
    const { line, written, clock } = lineOn(null);
    line.start({ label: "demo", total: 100 });
    clock.seconds = 4;
    line.advance(0, { file: "a", end: 20 });
    clock.seconds = 5;
    line.advance(0, { file: "b", end: 30 });
    line.end();
    expect(written).toEqual(["demo  [############------------]  50 %  5 s left\n"]);
  });
});
