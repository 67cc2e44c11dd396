import { proseOf } from "../markdown.ts";
import type { Rule } from "../SourceTree.ts";

/** Lessons are part of a page, which prints their titles from the course's outline. */
const parts = /^apps\/demo\/lessons\//;

export const markdownTitles: Rule = {
  says: "a Markdown file has one title, before all else",
  check: (tree) =>
    tree.matching(/\.md$/).flatMap(({ path, text }) => {
      if (parts.test(path)) return [];
      const prose = proseOf(text);
      const [first, ...others] = prose.filter((line) => /^# /.test(line.text));
      // A generated file says before its title what writes it.
      const begins = prose.find((line) => !/^\s*(<!--.*-->\s*)?$/.test(line.text));
      const missing = first === begins ? [] : [{ path, line: 1, says: "no title here" }];
      return [...missing, ...others.map(({ line }) => ({ path, line, says: "another title" }))];
    }),
  sample: {
    files: {
      "good.md": "# One\n\n```sh\n# a comment\n```\n\n## Two\n",
      "none.md": "Text.\n\n# One\n",
      "written.md": "<!-- Written by a program. -->\n\n# One\n",
      "two.md": "# One\n# Two\n",
    },
    findings: ["none.md:1 no title here", "two.md:2 another title"],
  },
};
