import ts from "typescript";
import { type Finding, type Rule, testCode } from "../SourceTree.ts";
import { calleeChain, lineOf, visitAll } from "../syntax.ts";

const testers = new Set(["test", "it", "describe", "suite"]);
const switchedOff = new Set(["only", "skip", "todo", "fails"]);

/** `skipIf` may stay: it says under which condition, and the run counts what it skipped. */
export const focusedTests: Rule = {
  says: "no test is singled out, skipped or left to be written",
  check: (tree) =>
    tree.matching(testCode).flatMap((file) => {
      const syntax = tree.syntaxOf(file);
      const findings: Finding[] = [];
      visitAll(syntax, (node) => {
        if (!ts.isCallExpression(node) || ts.isCallExpression(node.parent)) return;
        const [tester = "", ...modifiers] = calleeChain(node);
        const off = modifiers.find((modifier) => switchedOff.has(modifier));
        if (testers.has(tester) && off !== undefined) {
          findings.push({ path: file.path, line: lineOf(syntax, node), says: `${tester}.${off}` });
        }
      });
      return findings;
    }),
  sample: {
    files: {
      "tests/a.test.ts": `test("a", () => {});
test.only("b", () => {});
describe.skip.each([1])("%s", () => {});
test.skipIf(x)("c", () => {});
list.only("d");
`,
    },
    findings: ["tests/a.test.ts:2 test.only", "tests/a.test.ts:3 describe.skip"],
  },
};
