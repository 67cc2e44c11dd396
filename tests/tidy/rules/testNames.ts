import ts from "typescript";
import { type Finding, type Rule, testCode } from "../SourceTree.ts";
import { calleeChain, lineOf, visitAll } from "../syntax.ts";

function titleOf(call: ts.CallExpression): string | undefined {
  const [title] = call.arguments;
  return title !== undefined && ts.isStringLiteralLike(title) ? title.text : undefined;
}

/** Names of the suites around a test, outermost first, and its own. */
function fullName(call: ts.CallExpression): string {
  const names: string[] = [];
  for (let at: ts.Node = call; !ts.isSourceFile(at); at = at.parent) {
    if (!ts.isCallExpression(at)) continue;
    if (at === call || calleeChain(at)[0] === "describe") names.unshift(titleOf(at) ?? "");
  }
  return names.join(" > ");
}

export const testNames: Rule = {
  says: "a test's name is the rule it checks, said once and without should",
  check: (tree) =>
    tree.matching(testCode).flatMap((file) => {
      const syntax = tree.syntaxOf(file);
      const findings: Finding[] = [];
      const seen = new Set<string>();
      visitAll(syntax, (node) => {
        if (!ts.isCallExpression(node)) return;
        const title = titleOf(node);
        const tester = calleeChain(node)[0];
        if (title === undefined || (tester !== "test" && tester !== "it")) return;
        const place = { path: file.path, line: lineOf(syntax, node) };
        const name = fullName(node);
        if (seen.has(name)) findings.push({ ...place, says: `twice: ${title}` });
        if (/\bshould\b/i.test(title)) findings.push({ ...place, says: `should: ${title}` });
        seen.add(name);
      });
      return findings;
    }),
  sample: {
    files: {
      "tests/a.test.ts": `describe("x", () => { test("a", f); });
test("a", f);
describe("y", () => {
  test("a", f);
  test.each([1])("a", f);
});
it("should be", f);
`,
    },
    findings: ["tests/a.test.ts:5 twice: a", "tests/a.test.ts:7 should: should be"],
  },
};
