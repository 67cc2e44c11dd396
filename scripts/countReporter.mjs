import { writeFileSync } from "node:fs";

/**
 * Writes what became of the tests to the file named by MILEPOST_TEST_COUNTS.
 * A file that does not load, a hook that breaks and an error outside any
 * test count as one failure each: none of them is a test that passed.
 */
export default class CountReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      counts.failed += module.errors().length;
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        counts[state === "passed" || state === "failed" ? state : "skipped"] += 1;
      }
    }
    const file = process.env.MILEPOST_TEST_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(counts));
  }
}
