import type { Rule, SourceTree } from "../SourceTree.ts";
import { importsOf } from "../syntax.ts";

/** Every string in a package.json that names a file of `src`, or what is built from one. */
function entriesOf(folder: string, manifest: unknown): string[] {
  if (typeof manifest === "string") {
    const source = /^(?:\.\/)?(?:src|dist)\/(.+?)(?:\.d)?\.[jt]sx?$/.exec(manifest)?.[1];
    return source === undefined ? [] : [`${folder}/src/${source}`];
  }
  if (typeof manifest !== "object" || manifest === null) return [];
  return Object.values(manifest).flatMap((value) => entriesOf(folder, value));
}

const withoutEnding = (path: string) => path.replace(/\.[jt]sx?$/, "");

/**
 * Files reached from an entry, without their endings: a worker
 * is started as .js and written as .ts.
 */
function reachedFrom(tree: SourceTree, entries: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const file = tree.find(`${path}.ts`) ?? tree.find(`${path}.tsx`);
    if (file === undefined || reached.has(path)) continue;
    reached.add(path);
    for (const { specifier } of importsOf(tree.syntaxOf(file))) {
      if (!specifier.startsWith(".")) continue;
      waiting.push(withoutEnding(new URL(specifier, `file:///${file.path}`).pathname.slice(1)));
    }
  }
  return reached;
}

export const deadFiles: Rule = {
  says: "every source file is reached from an entry of its package",
  check: (tree) =>
    tree.matching(/^packages\/[^/]+\/package\.json$/).flatMap(({ path, text }) => {
      const folder = path.replace("/package.json", "");
      const reached = reachedFrom(tree, entriesOf(folder, JSON.parse(text)));
      return tree
        .matching(new RegExp(`^${folder}/src/.*\\.tsx?$`))
        .filter(({ path }) => !path.endsWith(".d.ts") && !reached.has(withoutEnding(path)))
        .map((file) => ({ path: file.path, line: 0, says: "nothing imports it" }));
    }),
  sample: {
    files: {
      "packages/a/package.json":
        '{ "bin": { "a": "./dist/main.js" }, "exports": { ".": { "source": "./src/index.ts" } } }',
      "packages/a/src/main.ts": 'await import("./run.ts");\n',
      "packages/a/src/index.ts": 'export * from "./b/b.ts";\n',
      "packages/a/src/b/b.ts":
        'new Worker(new URL(x ? "../worker.js" : "./y.js", import.meta.url));\n',
      "packages/a/src/run.ts": "export {};\n",
      "packages/a/src/worker.ts": 'import type { M } from "./message.ts";\n',
      "packages/a/src/message.ts": "export type M = 1;\n",
      "packages/a/src/dead.ts": 'export * from "./buried.ts";\n',
      "packages/a/src/buried.ts": "export {};\n",
    },
    findings: [
      "packages/a/src/dead.ts:0 nothing imports it",
      "packages/a/src/buried.ts:0 nothing imports it",
    ],
  },
};
