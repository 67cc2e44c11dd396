import type { Rule } from "../SourceTree.ts";

const limit = 100;

export const lineLength: Rule = {
  says: "a line of code has at most 100 columns",
  check: (tree) =>
    tree.matching(/\.(ts|tsx|mjs|sql)$|\.ci\/run$/).flatMap(({ path, text }) =>
      text.split("\n").flatMap((line, at) => {
        const columns = Array.from(line).length;
        return columns > limit ? [{ path, line: at + 1, says: `${columns} columns` }] : [];
      }),
    ),
  sample: {
    files: { "a.sql": `${"é".repeat(100)}\n${"e".repeat(101)}\n` },
    findings: ["a.sql:2 101 columns"],
  },
};
