import { builtinModules } from "node:module";
import type { Finding, Rule, SourceFile, SourceTree } from "../SourceTree.ts";
import { importsOf } from "../syntax.ts";

/**
 * Which workspace packages a package may stand on. Imports point down this list,
 * never up; what runs in a browser stands on nothing that needs a database.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  embedded: [],
  progress: [],
  client: [],
  demo: ["engine"],
  server: ["engine", "progress"],
  react: ["client", "progress"],
  elements: ["client", "progress", "react"],
  "apps/demo": ["client", "elements", "progress", "react"],
  "apps/dashboard": ["client", "progress"],
  cli: ["client", "dashboard", "demo", "demo-site", "embedded", "engine", "progress", "server"],
};

/** What these ship is bundled: their dependencies are needed to build them and never installed. */
const bundled = /^(apps\/|packages\/elements$)/;

interface Manifest {
  readonly name?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** `@scope/name/deep` and `name/deep` without what is below the package. */
function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function checkManifest(folder: string, path: string, needed: readonly string[]): Finding[] {
  const allowed = mayImport[folder] ?? mayImport[folder.replace(/^packages\//, "")];
  if (allowed === undefined)
    return [{ path, line: 0, says: "has no place in tests/tidy/rules/imports.ts" }];
  return needed
    .filter((name) => name.startsWith("@milepost/") && !allowed.includes(name.slice(10)))
    .map((name) => ({ path, line: 0, says: `may not depend on ${name}` }));
}

function checkFile(
  tree: SourceTree,
  file: SourceFile,
  { folder, needed }: { folder: string; needed: readonly string[] },
): Finding[] {
  return importsOf(tree.syntaxOf(file)).flatMap(({ specifier, line }) => {
    const place = { path: file.path, line };
    if (specifier.startsWith(".")) {
      const target = new URL(specifier, `file:///${file.path}`).pathname;
      // What was built of it is its own, too.
      const inside = target.startsWith(`/${folder}/src/`) || target.startsWith(`/${folder}/dist/`);
      return inside ? [] : [{ ...place, says: `${specifier} lies outside of src` }];
    }
    const isBuiltin = specifier.startsWith("node:") && builtinModules.includes(specifier.slice(5));
    if (isBuiltin || needed.includes(packageOf(specifier))) return [];
    return [{ ...place, says: `${specifier} is not in this package's package.json` }];
  });
}

/**
 * npm puts every dependency where every package finds it: what
 * one forgot to name works here and fails elsewhere.
 */
export const imports: Rule = {
  says: "a package imports what its package.json names, and from below it only",
  check: (tree) =>
    tree.matching(/^(packages|apps)\/[^/]+\/package\.json$/).flatMap(({ path, text }) => {
      const folder = path.replace("/package.json", "");
      const manifest: Manifest = JSON.parse(text);
      const { name = "", dependencies = {}, peerDependencies = {} } = manifest;
      const needed = [...Object.keys(dependencies), ...Object.keys(peerDependencies)];
      const built = bundled.test(folder) ? Object.keys(manifest.devDependencies ?? {}) : [];
      return [
        ...checkManifest(folder, path, [...needed, ...built]),
        ...tree
          .matching(new RegExp(`^${folder}/src/.*\\.tsx?$`))
          .flatMap((file) =>
            checkFile(tree, file, { folder, needed: [name, ...needed, ...built] }),
          ),
      ];
    }),
  sample: {
    files: {
      "packages/engine/package.json": '{ "dependencies": { "pg": "1", "@milepost/server": "1" } }',
      "packages/engine/src/a.ts": `import pg from "pg";
import { b } from "./b/b.ts";
import "node:fs";
import "fs";
export * from "hono/jsx";
const c = import("../../cli/src/c.ts");
`,
      "packages/unheard/package.json": "{}",
    },
    findings: [
      "packages/engine/package.json:0 may not depend on @milepost/server",
      "packages/engine/src/a.ts:4 fs is not in this package's package.json",
      "packages/engine/src/a.ts:5 hono/jsx is not in this package's package.json",
      "packages/engine/src/a.ts:6 ../../cli/src/c.ts lies outside of src",
      "packages/unheard/package.json:0 has no place in tests/tidy/rules/imports.ts",
    ],
  },
};
