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
    const specifier = specifierOf(node);
    if (specifier !== undefined) found.push({ specifier, line: lineOf(syntax, node) });
  });
  return found;
}

function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
    return textOf(node.moduleSpecifier);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return textOf(node.arguments[0]);
  }
  const isUrl = ts.isNewExpression(node) && node.expression.getText() === "URL";
  const isOurs = isUrl && node.arguments?.[1]?.getText() === "import.meta.url";
  const target = isOurs ? textOf(node.arguments?.[0]) : undefined;
  return target !== undefined && /\.[jt]s$/.test(target) ? target : undefined;
}

function textOf(node: ts.Expression | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
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
