import { anchorsOf, proseOf } from "../markdown.ts";
import type { Rule, SourceTree } from "../SourceTree.ts";

const link = /\]\(<?([^)>\s]+)>?(?:\s+"[^"]*")?\)/g;

/** Why a link from one file leads nowhere; undefined where it leads somewhere. */
function broken(tree: SourceTree, from: string, target: string): string | undefined {
  const url = new URL(target, `file:///${from}`);
  const path = decodeURIComponent(url.pathname.slice(1));
  const file = tree.find(path);
  const isFolder = tree.files.some((other) => other.path.startsWith(`${path.replace(/\/$/, "")}/`));
  if (file === undefined && !isFolder) return `no such file: ${target}`;
  const anchor = decodeURIComponent(url.hash.slice(1));
  if (anchor === "" || file === undefined || !path.endsWith(".md")) return undefined;
  return anchorsOf(file.text).has(anchor) ? undefined : `no such heading: ${target}`;
}

/** Links into the web are not followed: the tests reach nothing outside this machine. */
export const markdownLinks: Rule = {
  says: "a relative link leads to a file, and to a heading of it",
  check: (tree) =>
    tree.matching(/\.md$/).flatMap(({ path, text }) =>
      proseOf(text).flatMap(({ line, text: prose }) =>
        [...prose.matchAll(link)].flatMap(([, target = ""]) => {
          if (/^[a-z]+:/.test(target)) return [];
          const says = broken(tree, path, target);
          return says === undefined ? [] : [{ path, line, says }];
        }),
      ),
    ),
  sample: {
    files: {
      "docs/a.md": `# A\n[b](b.md#two-words) [c](../c.md) [web](https://x.example/c)\n[d](d.md)
[e](b.md#three) \`[f](f.md)\` [g](../docs/)\n[h](#a)\n`,
      "docs/b.md": "# B\n\n## Two `words`\n",
      "c.md": "# C\n",
    },
    findings: ["docs/a.md:3 no such file: d.md", "docs/a.md:4 no such heading: b.md#three"],
  },
};
