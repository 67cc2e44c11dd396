import { writeFileSync } from "node:fs";

/**
 * Writes what became of the tests to the file named by MILEPOST_TEST_COUNTS: how many passed and
 * were skipped, and what failed by name. A file that does not load, a hook that breaks and an error
 * outside any test are failures too: none of them is a test that passed.
 */
export default class CountReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, skipped: 0, failures: unhandledErrors.map(nameError) };
    for (const module of modules) {
      const { relativeModuleId: file } = module;
      counts.failures.push(...module.errors().map(() => `${file}, as it loads`));
      for (const suite of module.children.allSuites()) {
        counts.failures.push(...suite.errors().map(() => `${file} > ${suite.fullName}, a hook`));
      }
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "failed") counts.failures.push(`${file} > ${test.fullName}`);
        else counts[state === "passed" ? "passed" : "skipped"] += 1;
      }
    }
    const file = process.env.MILEPOST_TEST_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(counts));
  }
}

const nameError = ({ message }) => `outside any test: ${String(message).split("\n")[0]}`;
