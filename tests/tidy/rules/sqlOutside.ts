import ts from "typescript";
import { type Finding, type Rule, shippedCode } from "../SourceTree.ts";
import { lineOf, visitAll } from "../syntax.ts";

/**
 * How a statement begins. Our prose begins with a capital, our
 * SQL does not, and foreign SQL shouts.
 */
const statement = new RegExp(
  [
    "select\\s",
    "insert\\s+into\\s",
    "update\\s+\\S+\\s+set\\s",
    "(delete\\s+from|merge\\s+into|comment\\s+on|truncate)\\s",
    "with\\s+\\w+\\s+as\\s",
    "(create|alter|drop)\\s+(or\\s+replace\\s+)?(table|view|function|index|schema|role)\\s",
    "(grant|revoke)\\s+[\\w\\s,]+\\s+(on|to|from)\\s",
  ].join("|"),
  "i",
);
const begins = (text: string) =>
  text.trim().search(statement) === 0 && !/^\s*[A-Z][a-z]/.test(text);

/**
 * The call of a function by its name, and what the runner
 * keeps about itself before there is a schema.
 */
const allowed = /^packages\/engine\/src\/(call|isMigrated|migration\/\w+)\.ts$/;

export const sqlOutside: Rule = {
  says: "SQL stands in packages/engine/sql and nowhere else",
  check: (tree) =>
    tree.matching(shippedCode).flatMap((file) => {
      if (allowed.test(file.path)) return [];
      const syntax = tree.syntaxOf(file);
      const findings: Finding[] = [];
      visitAll(syntax, (node) => {
        const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node);
        if (!isText || !begins(node.text)) return;
        const says = node.text.trim().split(/\s+/).slice(0, 3).join(" ");
        findings.push({ path: file.path, line: lineOf(syntax, node), says });
      });
      return findings;
    }),
  sample: {
    files: {
      "packages/server/src/a.ts":
        '"Select a lesson.";\n"select 1";\n`\n  delete from x`;\n"update the outline";\n',
      "packages/engine/src/call.ts": '"select 1";\n',
      "packages/engine/test/a.test.ts": '"select 1";\n',
    },
    findings: ["packages/server/src/a.ts:2 select 1", "packages/server/src/a.ts:3 delete from x"],
  },
};
