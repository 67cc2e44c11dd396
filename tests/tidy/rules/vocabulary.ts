import type { Rule } from "../SourceTree.ts";

/** Words that this project has another word for, and that word. */
const banned: Readonly<Record<string, string>> = {
  user: "learner, or whoever is meant",
  users: "learners, or whoever is meant",
  student: "learner",
  students: "learners",
  pupil: "learner",
  pupils: "learners",
  module: "lesson, or section",
  modules: "lessons, or sections",
  score: "progress percentage",
  scores: "progress percentages",
  enrolment: "enrollment",
  enrolments: "enrollments",
};

/** Where such a word means another thing, or is somebody else's name for one. */
const allowedPhrases = new RegExp(
  [
    "\\b(ES|CommonJS|JavaScript|TypeScript|Node) modules?\\b",
    "node_modules",
    "declare module",
    'type="module"',
    "\\bdatabase users?\\b",
    "\\b(current|session)_user\\b",
    "User-Agent|user-agent|userAgent",
    "IconUsers",
    "userSpaceOnUse",
  ].join("|"),
  "g",
);

/** The embedded PostgreSQL is a WebAssembly module. */
const embedded = /^packages\/embedded\//;
const embeddedWords = new Set(["module", "modules"]);

/** Files that have to name the words, to say what to write instead or to talk of other systems. */
const namesThem = /^(docs\/concepts\.md|CONTRIBUTING\.md)$/;

const scope = /^(packages|apps)\/[^/]+\/(src|sql)\/|^docs\/|^[^/]+\.md$|\/README\.md$/;

/** `learnerId`, `learner_id` and `LearnerID` all hold the word learner. */
function wordsOf(line: string): string[] {
  return line
    .replaceAll(allowedPhrases, " ")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);
}

export const vocabulary: Rule = {
  says: "a thing is called by its one name",
  check: (tree) =>
    tree.matching(scope).flatMap(({ path, text }) => {
      if (namesThem.test(path)) return [];
      return text.split("\n").flatMap((line, at) =>
        wordsOf(line)
          .filter((word) => Object.hasOwn(banned, word))
          .filter((word) => !(embedded.test(path) && embeddedWords.has(word)))
          .map((word) => ({ path, line: at + 1, says: `${word}: say ${banned[word]}` })),
      );
    }),
  sample: {
    files: {
      "packages/a/src/a.ts": `const userId = 1;
// An ES module in node_modules.
const usage = "users";
`,
      "packages/a/sql/functions/a.sql": "select current_user, student_id;\n",
      "docs/a.md": "Every Module of a course.\n",
      "scripts/a.mjs": "const modules = [];\n",
    },
    findings: [
      "packages/a/src/a.ts:1 user: say learner, or whoever is meant",
      "packages/a/src/a.ts:3 users: say learners, or whoever is meant",
      "packages/a/sql/functions/a.sql:1 student: say learner",
      "docs/a.md:1 module: say lesson, or section",
    ],
  },
};
