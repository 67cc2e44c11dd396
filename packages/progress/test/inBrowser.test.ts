import { fileURLToPath } from "node:url";
import { build } from "vite";
import { beforeAll, describe, expect, test } from "vitest";
import { useBrowser } from "../../../tests/browser/useBrowser.ts";
import { resume } from "../src/index.ts";
import { now, outline } from "./outline.ts";
import { resumeRows } from "./resumeRows.ts";

describe("the resume table in a browser", () => {
  const browser = useBrowser();
  let script: string;
  beforeAll(async () => {
    const entry = fileURLToPath(new URL("../src/index.ts", import.meta.url));
    const built = await build({
      configFile: false,
      logLevel: "error",
      build: { write: false, lib: { entry, formats: ["iife"], name: "progress" } },
    });
    const [bundle] = [built].flat();
    if (bundle === undefined || !("output" in bundle)) throw new Error("Nothing was bundled.");
    script = bundle.output[0].code;
  });

  test("every row answers as on the server", async () => {
    const courses = resumeRows.map(([, attempt]) => JSON.parse(JSON.stringify(outline(attempt))));
    const page = await (await browser.person()).open("about:blank");
    await page.addScriptTag({ content: script });
    const answers = await page.evaluate(
      ([given, instant]) => {
        const { progress } = globalThis as unknown as { progress: { resume: typeof resume } };
        return given.map((course) => progress.resume(course, { now: new Date(instant) }));
      },
      [courses, now.toISOString()] as const,
    );
    expect(answers).toHaveLength(resumeRows.length);
    expect(answers).toEqual(courses.map((course) => resume(course, { now })));
  });
});
