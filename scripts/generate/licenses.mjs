// Writes docs/licenses.md: whose work is installed or bundled with Milepost, from the lock file and
// from what the bundler says it put in. Refuses a license that nobody has agreed to.
import { writeFileSync } from "node:fs";
import { root } from "../ensure.mjs";
import { bundled, installed } from "../packages/dependencies.mjs";
import { allowed, isAllowed } from "../packages/isAllowed.mjs";

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
