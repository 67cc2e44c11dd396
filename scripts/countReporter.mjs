import { writeFileSync } from "node:fs";

/**
 * Writes what became of the tests to the file named by MILEPOST_TEST_COUNTS: how many passed and
 * were skipped, and what failed, by name and why. A file that does not load, a hook that breaks and
 * an error outside any test are failures too: none of them is a test that passed.
 */
export default class CountReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, skipped: 0, failures: [] };
    const add = (name, errors) => counts.failures.push({ name, why: errors.flatMap(whyOf) });
    for (const error of unhandledErrors) add("outside any test", [error]);
    for (const module of modules) {
      const { relativeModuleId: file } = module;
      for (const error of module.errors()) add(`${file}, as it loads`, [error]);
      for (const suite of module.children.allSuites()) {
        for (const error of suite.errors()) add(`${file} > ${suite.fullName}, a hook`, [error]);
      }
      for (const test of module.children.allTests()) {
        const { state, errors = [] } = test.result();
        if (state === "failed") add(`${file} > ${test.fullName}`, errors);
        else counts[state === "passed" ? "passed" : "skipped"] += 1;
      }
    }
    const file = process.env.MILEPOST_TEST_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(counts));
  }
}

/** The first lines of an error, then of what caused it: a property's seed, then its check. */
function whyOf({ message, cause }) {
  const lines = String(message)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const said = lines.slice(0, 5).map((line) => line.slice(0, 400));
  return cause?.message === undefined ? said : [...said, ...whyOf(cause)];
}
