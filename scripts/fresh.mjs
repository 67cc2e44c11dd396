import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { root } from "./ensure.mjs";

/**
 * Every file of the repository that a program writes. Running this writes them all; it fails
 * where one of them was not what its generator makes of the rest of the tree.
 *
 * @type {{ output: string, command: string[] }[]} - command: a Node program and its arguments
 */
const generated = [
  { output: "docs/schema.md", command: ["scripts/generate/schemaDoc.mjs"] },
  { output: "docs/openapi.json", command: ["scripts/generate/openapi.mjs"] },
  { output: "docs/licenses.md", command: ["scripts/generate/licenses.mjs"] },
  { output: "docs/performance.md", command: ["scripts/generate/performance.mjs"] },
  { output: "docs/reliability.md", command: ["scripts/generate/reliability.mjs"] },
  { output: "packages/client/src/generated/openapi.ts", command: ["scripts/generate/client.mjs"] },
];

const read = (file) => (existsSync(root + file) ? readFileSync(root + file, "utf8") : undefined);

const stale = generated.filter(({ output, command }) => {
  const before = read(output);
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error(`The generator of ${output} failed: ${command.join(" ")}`);
  return read(output) !== before;
});

for (const { output } of stale)
  console.error(`${output} was stale; it is written anew: commit it.`);
process.exitCode = stale.length > 0 ? 1 : 0;
