import { code, type Rule, testCode } from "../SourceTree.ts";

const limit = 500;
const testLimit = 600;

export const fileSize: Rule = {
  says: "a file has at most 500 lines, a test 600",
  check: (tree) =>
    tree.matching(new RegExp(`${code.source}|\\.sql$`)).flatMap(({ path, text }) => {
      const most = testCode.test(path) ? testLimit : limit;
      const lines = text.split("\n").length - 1;
      return lines > most ? [{ path, line: 0, says: `${lines} lines of ${most}` }] : [];
    }),
  sample: {
    files: {
      "packages/a/src/long.ts": "\n".repeat(501),
      "packages/a/test/long.test.ts": "\n".repeat(600),
      "packages/a/sql/long.sql": "\n".repeat(500),
    },
    findings: ["packages/a/src/long.ts:0 501 lines of 500"],
  },
};
