import ts from "typescript";

/** Calls `visit` with every node below one, itself included. */
export function visitAll(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => visitAll(child, visit));
}

/** Line of a node, from 1, without the comments before it. */
export function lineOf(syntax: ts.SourceFile, node: ts.Node): number {
  return syntax.getLineAndCharacterOfPosition(node.getStart(syntax)).line + 1;
}

/** Every module that a file imports, exports from, imports later or starts as a worker. */
export function importsOf(syntax: ts.SourceFile): { specifier: string; line: number }[] {
  const found: { specifier: string; line: number }[] = [];
  visitAll(syntax, (node) => {
    const line = lineOf(syntax, node);
    for (const specifier of specifiersOf(node)) found.push({ specifier, line });
  });
  return found;
}

function specifiersOf(node: ts.Node): string[] {
  if (ts.isImportDeclaration(node)) return textsIn(node.moduleSpecifier);
  if (ts.isExportDeclaration(node)) return textsIn(node.moduleSpecifier);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return textsIn(node.arguments[0]);
  }
  if (!ts.isNewExpression(node) || node.expression.getText() !== "URL") return [];
  const [target, base] = node.arguments ?? [];
  if (base?.getText() !== "import.meta.url") return [];
  return textsIn(target).filter((text) => /\.[jt]s$/.test(text));
}

/** All string literals of an expression: a worker's file may hang on a condition. */
function textsIn(node: ts.Expression | undefined): string[] {
  const texts: string[] = [];
  if (node !== undefined) {
    visitAll(node, (part) => {
      if (ts.isStringLiteralLike(part)) texts.push(part.text);
    });
  }
  return texts;
}

/**
 * What a call goes to at its root, with the properties on the
 * way: `describe.each(kinds)(…)` is describe, each.
 */
export function calleeChain(call: ts.CallExpression): string[] {
  let at: ts.Expression = call.expression;
  const chain: string[] = [];
  for (;;) {
    if (ts.isCallExpression(at)) at = at.expression;
    else if (ts.isTaggedTemplateExpression(at)) at = at.tag;
    else if (ts.isPropertyAccessExpression(at)) {
      chain.unshift(at.name.text);
      at = at.expression;
    } else break;
  }
  return ts.isIdentifier(at) ? [at.text, ...chain] : chain;
}
