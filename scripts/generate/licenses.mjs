// Writes docs/licenses.md: whose work is installed or bundled with Milepost, from the lock file and
// from what the bundler says it put in. Refuses a license that nobody has agreed to.
import { readFileSync, writeFileSync } from "node:fs";
import { projects, root } from "../ensure.mjs";

/** Permissive ones alone: what a host builds with Milepost stays the host's own to license. */
const allowed = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "Unlicense",
];
/** Of these packages only. */
const exceptions = { "@fontsource-variable/inter": "OFL-1.1" };

/** Written by the bundler beside what it made. */
const notices = [
  "apps/dashboard/dist/public/licenses.md",
  "apps/demo/dist/public/licenses.md",
  "packages/elements/dist/bundle/licenses.md",
];

const { packages: locked } = JSON.parse(readFileSync(`${root}package-lock.json`, "utf8"));

/** Where the package `at` finds `name`, as Node looks for it; undefined where it is not there. */
function find(name, at) {
  for (let folder = at; ; folder = folder.replace(/\/?(?:node_modules\/)?(?:@?[^/]+)$/, "")) {
    const path = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
    if (locked[path] !== undefined) return locked[path].link ? locked[path].resolved : path;
    if (folder === "") return undefined;
  }
}

/** Everything that comes with our packages where a host installs them. */
function installed() {
  const reached = new Set();
  const waiting = projects();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    const { dependencies, optionalDependencies } = locked[at];
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const found = find(name, at);
      if (found !== undefined) waiting.push(found);
    }
  }
  return [...reached].filter((at) => at.includes("node_modules/")).map(describe);
}

function describe(at) {
  const { version, license = "none" } = locked[at];
  return { name: at.split("node_modules/").at(-1), version, license };
}

function bundled() {
  const lines = notices.flatMap((path) => readFileSync(root + path, "utf8").split("\n"));
  return lines
    .map((line) => /^## (\S+) - (\S+) \((.+)\)$/.exec(line))
    .flatMap((match) => (match === null ? [] : [match.slice(1)]))
    .map(([name, version, license]) => ({ name, version, license }));
}

/** `(MIT OR CC0-1.0)` leaves the choice; what is joined by AND has to be allowed as a whole. */
function isAllowed({ name, license }) {
  const choices = license.replaceAll(/^\(|\)$/g, "").split(" OR ");
  return exceptions[name] === license || choices.some((choice) => allowed.includes(choice));
}

function table(list) {
  const rows = new Map(list.map((one) => [`${one.name} ${one.version}`, one]));
  const lines = [...rows.keys()]
    .sort()
    .map((key) => rows.get(key))
    .map(({ name, version, license }) => `| \`${name}\` | ${version} | ${license} |`);
  return ["| package | version | license |", "|---|---|---|", ...lines].join("\n");
}

const lists = { installed: installed(), bundled: bundled() };
const refused = Object.values(lists)
  .flat()
  .filter((one) => !isAllowed(one));
if (refused.length > 0) {
  const names = refused.map(({ name, version, license }) => `${name}@${version} (${license})`);
  throw new Error(`Licenses that are not allowed: ${names.join(", ")}`);
}

writeFileSync(
  `${root}docs/licenses.md`,
  `# Licenses of others' work

<!-- Written by scripts/generate/licenses.mjs from package-lock.json and the bundles. -->

Milepost is licensed under Apache-2.0. What it stands on is licensed as follows. Allowed are
${allowed.join(", ")},
and OFL-1.1 for the font; the generator refuses others.

## Installed with it

${table(lists.installed)}

## Bundled in it

In the scripts and styles for browsers of \`@milepost/dashboard\`, \`@milepost/demo-site\` and
\`@milepost/elements\`. The full notices are beside them: \`licenses.md\` in each package.

${table(lists.bundled)}
`,
);
