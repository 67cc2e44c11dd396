import type { Rule } from "../SourceTree.ts";

/** A statement of its own, not the `begin` of a PL/pgSQL block, which no semicolon follows. */
const control = /^\s*(begin|commit|rollback|start transaction|end transaction)\b[^;]*;/i;

export const transactionControl: Rule = {
  says: "a migration leaves its transaction to the runner",
  check: (tree) =>
    tree.matching(/\/sql\/migrations\/.*\.sql$/).flatMap(({ path, text }) =>
      text.split("\n").flatMap((line, at) => {
        const says = control.exec(line)?.[0].trim();
        return says === undefined ? [] : [{ path, line: at + 1, says }];
      }),
    ),
  sample: {
    files: {
      "packages/engine/sql/migrations/0001_a.sql":
        "do $$\nbegin\n  perform 1;\nend $$;\nCOMMIT;\nbegin;\n",
    },
    findings: [
      "packages/engine/sql/migrations/0001_a.sql:5 COMMIT;",
      "packages/engine/sql/migrations/0001_a.sql:6 begin;",
    ],
  },
};
