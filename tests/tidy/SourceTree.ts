import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";

/** What a rule has against a place in the repository. */
export interface Finding {
  readonly path: string;
  /** From 1; 0 where the whole file is meant. */
  readonly line: number;
  readonly says: string;
}

export interface Rule {
  /** The rule as a sentence: the name of its test. */
  readonly says: string;
  check(tree: SourceTree): Finding[];
  /** A tree that breaks the rule, and the findings it must lead to, so that the check can fail. */
  readonly sample: {
    readonly files: Readonly<Record<string, string>>;
    readonly findings: readonly string[];
  };
}

export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** The files of the repository that people write. */
export class SourceTree {
  readonly files: readonly SourceFile[];
  readonly #syntax = new Map<SourceFile, ts.SourceFile>();

  constructor(files: Readonly<Record<string, string>>) {
    this.files = Object.entries(files).map(([path, text]) => ({ path, text }));
  }

  matching(pattern: RegExp): SourceFile[] {
    return this.files.filter(({ path }) => pattern.test(path));
  }

  find(path: string): SourceFile | undefined {
    return this.files.find((file) => file.path === path);
  }

  /** Parsed once, however many rules ask. */
  syntaxOf(file: SourceFile): ts.SourceFile {
    let syntax = this.#syntax.get(file);
    if (syntax === undefined) {
      syntax = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2023, true);
      this.#syntax.set(file, syntax);
    }
    return syntax;
  }
}

/** TypeScript and JavaScript, whatever it is for. */
export const code = /\.(ts|tsx|mjs)$/;
export const testCode = /(^|\/)(test|tests)\/|\.(test|bench)\.tsx?$/;
/** What ships: sources of packages and apps. */
export const shippedCode = /^(packages|apps)\/[^/]+\/src\/.*\.tsx?$/;

const skipped = new Set(["node_modules", "dist", "coverage", "generated"]);
const written = /\.(ts|tsx|mjs|sql|md|json|css|html|yml|yaml)$|(^|\/)\.ci\/run$|(^|\/)LICENSE$/;

/**
 * Reads the working tree: new files count before they are
 * added, and a copy without git is a tree too.
 */
export async function readSourceTree(root: string): Promise<SourceTree> {
  const paths = (await listFiles(root, "")).filter((path) => written.test(path)).sort();
  const texts = await Promise.all(paths.map((path) => readFile(join(root, path), "utf8")));
  return new SourceTree(Object.fromEntries(paths.map((path, at) => [path, texts[at] ?? ""])));
}

async function listFiles(root: string, below: string): Promise<string[]> {
  const entries = await readdir(join(root, below), { withFileTypes: true });
  const lists = entries.map(async (entry) => {
    const path = below + entry.name;
    if (entry.isFile()) return [path];
    const ours = !skipped.has(entry.name) && (!entry.name.startsWith(".") || entry.name === ".ci");
    return entry.isDirectory() && ours ? listFiles(root, `${path}/`) : [];
  });
  return (await Promise.all(lists)).flat();
}
