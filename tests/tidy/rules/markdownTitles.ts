import { proseOf } from "../markdown.ts";
import type { Rule } from "../SourceTree.ts";

export const markdownTitles: Rule = {
  says: "a Markdown file has one title, in its first line",
  check: (tree) =>
    tree.matching(/\.md$/).flatMap(({ path, text }) => {
      const titles = proseOf(text).filter((prose) => /^# /.test(prose.text));
      const [first, ...others] = titles;
      const missing = first?.line === 1 ? [] : [{ path, line: 1, says: "no title here" }];
      return [...missing, ...others.map(({ line }) => ({ path, line, says: "another title" }))];
    }),
  sample: {
    files: {
      "good.md": "# One\n\n```sh\n# a comment\n```\n\n## Two\n",
      "none.md": "Text.\n",
      "two.md": "# One\n# Two\n",
    },
    findings: ["none.md:1 no title here", "two.md:2 another title"],
  },
};
