import type { Rule } from "../SourceTree.ts";

// Written so that this file does not find itself.
const leftover = /\b(TO[D]O|FIX[M]E|XX[X]|HAC[K])\b/;

export const leftovers: Rule = {
  says: "nothing is left for later",
  check: (tree) =>
    tree.files.flatMap(({ path, text }) =>
      text.split("\n").flatMap((line, at) => {
        const word = leftover.exec(line)?.[0];
        return word === undefined ? [] : [{ path, line: at + 1, says: word }];
      }),
    ),
  sample: {
    files: { "a.md": `# A\n\n${"TO"}${"DO"}: say more\n`, "a.ts": "const todo = mastodons;\n" },
    findings: [`a.md:3 ${"TO"}${"DO"}`],
  },
};
