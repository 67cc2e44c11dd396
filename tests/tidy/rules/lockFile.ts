import type { Rule } from "../SourceTree.ts";

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * Optional dependencies are one binary a platform. A registry that lacks one makes `npm install`
 * leave it out without a word, and `npm ci` refuse the lock file on every machine.
 */
export const lockFile: Rule = {
  says: "the lock file holds every platform's optional dependencies, as npm ci demands",
  check: (tree) =>
    tree.matching(/^package-lock\.json$/).flatMap(({ path, text }) => {
      const { packages }: { packages: Readonly<Record<string, Locked>> } = JSON.parse(text);
      const held = new Set(Object.keys(packages).map((at) => at.split("node_modules/").at(-1)));
      return Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
        Object.keys(optionalDependencies)
          .filter((name) => !held.has(name))
          .map((name) => ({ path, line: 0, says: `${at} lacks ${name}` })),
      );
    }),
  sample: {
    files: {
      "package-lock.json": JSON.stringify({
        packages: {
          "node_modules/a": { optionalDependencies: { "@a/linux": "1", "@a/darwin": "1" } },
          "node_modules/a/node_modules/@a/linux": {},
        },
      }),
    },
    findings: ["package-lock.json:0 node_modules/a lacks @a/darwin"],
  },
};
