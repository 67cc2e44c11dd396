import ts from "typescript";
import { code, type Rule } from "../SourceTree.ts";
import { calleeChain, lineOf, visitAll } from "../syntax.ts";

const limit = 60;

/**
 * The body of a `describe` is a list of tests, not an
 * algorithm: how long it may be, the file size says.
 */
function isSuite(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && calleeChain(node.parent)[0] === "describe";
}

export const functionLength: Rule = {
  says: "a function has at most 60 lines",
  check: (tree) =>
    tree.matching(code).flatMap((file) => {
      const syntax = tree.syntaxOf(file);
      const findings: { path: string; line: number; says: string }[] = [];
      visitAll(syntax, (node) => {
        if (!ts.isFunctionLike(node) || isSuite(node)) return;
        const line = lineOf(syntax, node);
        const lines = syntax.getLineAndCharacterOfPosition(node.getEnd()).line + 2 - line;
        if (lines > limit) findings.push({ path: file.path, line, says: `${lines} lines` });
      });
      return findings;
    }),
  sample: {
    files: {
      "a.ts": `function short() {${"\n".repeat(59)}}

/** Long. */
const long = () => {${"\n".repeat(60)}};
`,
      "a.test.ts": `describe.each(kinds)("s", () => {${"\n".repeat(200)}});\n`,
    },
    findings: ["a.ts:63 61 lines"],
  },
};
