import type { Finding, Rule } from "../SourceTree.ts";

const kinds = /^### (Added|Changed|Deprecated|Removed|Fixed|Security)$/;
const release = /^## \[(?:Unreleased|(\d+)\.(\d+)\.(\d+)\](?: - \d{4}-\d{2}-\d{2})$)/;

/** A version as one number to compare by; what is unreleased comes after all. */
function order(heading: string): number {
  const [, major, minor, patch] = release.exec(heading) ?? [];
  if (major === undefined) return Number.POSITIVE_INFINITY;
  return Number(major) * 1e6 + Number(minor) * 1e3 + Number(patch);
}

/** https://keepachangelog.com: newest first, each release dated, its changes by kind. */
export const changelogForm: Rule = {
  says: "the changelog keeps the form of Keep a Changelog",
  check: (tree) =>
    tree.matching(/^CHANGELOG\.md$/).flatMap(({ path, text }) => {
      const findings: Finding[] = [];
      let last = Number.POSITIVE_INFINITY;
      text.split("\n").forEach((line, at) => {
        const found = (says: string) => findings.push({ path, line: at + 1, says });
        if (at === 0 && line !== "# Changelog") found("the title is Changelog");
        if (/^###\s/.test(line) && !kinds.test(line)) found(`no kind of change: ${line}`);
        if (!/^##\s/.test(line)) return;
        if (!release.test(line)) found(`no release with its date: ${line}`);
        if (order(line) > last) found(`newer than the one above it: ${line}`);
        last = order(line);
      });
      return findings;
    }),
  sample: {
    files: {
      "CHANGELOG.md": `# Changelog

## [Unreleased]

### Added

- A.

## [0.1.0] - 2026-01-02
### News
## [0.2.0] - 2026-01-01
## 0.0.1
`,
    },
    findings: [
      "CHANGELOG.md:10 no kind of change: ### News",
      "CHANGELOG.md:11 newer than the one above it: ## [0.2.0] - 2026-01-01",
      "CHANGELOG.md:12 no release with its date: ## 0.0.1",
      "CHANGELOG.md:12 newer than the one above it: ## 0.0.1",
    ],
  },
};
