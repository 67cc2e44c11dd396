import { type Rule, testCode } from "../SourceTree.ts";

const limit = 100;
/** A test's title is a sentence, and the SQL inside it is text that the formatter does not break. */
const testLimit = 120;
/** Markup inside a template: broken anywhere, it would send the break, too. */
const markup = /html`|^\s*<\/?[a-z!]/;

/** A text stands whole on its line, where whoever translates it looks for it. */
const catalog = /\/messages\/(en\w*|[a-z]{2})\.ts$/;

export const lineLength: Rule = {
  says: "a line of code has at most 100 columns, one of a test 120",
  check: (tree) =>
    tree.matching(/\.(ts|tsx|mjs|sql)$|\.ci\/run$/).flatMap(({ path, text }) =>
      text.split("\n").flatMap((line, at) => {
        if (catalog.test(path)) return [];
        const columns = Array.from(line).length;
        const most = testCode.test(path) ? testLimit : limit;
        return columns > most && !markup.test(line)
          ? [{ path, line: at + 1, says: `${columns} columns` }]
          : [];
      }),
    ),
  sample: {
    files: {
      "a.sql": `${"é".repeat(100)}\n${"e".repeat(101)}\n`,
      "a.ts": `<td>${"e".repeat(101)}</td>\n`,
      "packages/a/test/a.test.ts": `${"e".repeat(120)}\n${"e".repeat(121)}\n`,
    },
    findings: ["a.sql:2 101 columns", "packages/a/test/a.test.ts:2 121 columns"],
  },
};
