import { configDefaults, defineConfig } from "vitest/config";
import { SlowFirst } from "./tests/support/SlowFirst.ts";

// Workspace packages are tested from their source, so no run meets a stale build of a sibling.
const conditions = ["milepost-source", "module", "node", "development"];

// Each of these would load whole packages anew, which takes longer than many of their tests: they
// share what is loaded with those before them in the same worker.
const sharing = ["packages/{engine,server}/test/**/*.test.ts", "apps/*/test/**/*.test.{ts,tsx}"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "alone",
          include: [
            "packages/*/test/**/*.test.{ts,tsx}",
            "tests/**/*.test.ts",
            "examples/**/*.test.ts",
          ],
          exclude: [...configDefaults.exclude, ...sharing],
        },
      },
      { extends: true, test: { name: "sharing", include: sharing, isolate: false } },
    ],
    globalSetup: ["tests/support/globalSetup.ts"],
    // A worker waits for its database half of the time: one a core keeps two cores busy.
    maxWorkers: "100%",
    sequence: { sequencer: SlowFirst },
    testTimeout: 60_000,
    // What a page comes to show may take as long as its machine is busy with other tests.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 120_000,
  },
});
