import ts from "typescript";
import { type Finding, type Rule, shippedCode } from "../SourceTree.ts";
import { lineOf } from "../syntax.ts";

function isExported(node: ts.Statement): boolean {
  if (!ts.canHaveModifiers(node)) return false;
  return (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

/**
 * Names of the functions that a statement declares: a declaration, or a constant that holds one.
 */
function functionsIn(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement)) return [statement.name?.text ?? "default"];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations
    .filter(({ initializer }) => initializer !== undefined && ts.isFunctionLike(initializer))
    .map(({ name }) => name.getText());
}

export const docComments: Rule = {
  says: "every exported function says what it is for",
  check: (tree) =>
    tree.matching(shippedCode).flatMap((file) => {
      const syntax = tree.syntaxOf(file);
      return syntax.statements.flatMap((statement): Finding[] => {
        if (!isExported(statement) || ts.getJSDocCommentsAndTags(statement).length > 0) return [];
        const line = lineOf(syntax, statement);
        // The first overload speaks for those after it.
        const before = syntax.statements[syntax.statements.indexOf(statement) - 1];
        const told = before === undefined ? [] : functionsIn(before);
        const names = functionsIn(statement).filter((name) => !told.includes(name));
        return names.map((name) => ({ path: file.path, line, says: name }));
      });
    }),
  sample: {
    files: {
      "packages/a/src/a.ts": `/** Said. */
export function said() {}
export function bare() {}
// Not for readers of the API.
export const arrow = () =>
// {};
function own() {}
export const n = 1;
`,
    },
    findings: ["packages/a/src/a.ts:3 bare", "packages/a/src/a.ts:5 arrow"],
  },
};
