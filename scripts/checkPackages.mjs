// Packs every package as it would be published and tries the tarballs: what publint and
// arethetypeswrong say of each, then an empty project that installs them all.
// node --import ./scripts/loadTs.mjs scripts/checkPackages.mjs
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensure, projects } from "./ensure.mjs";
import { lintPackage } from "./packages/lint.mjs";
import { packAll } from "./packages/pack.mjs";
import { tryPackages } from "./packages/try.mjs";

await ensure(projects());
const folder = await mkdtemp(join(tmpdir(), "milepost-packed-"));
try {
  const packed = await packAll(folder);
  const found = [];
  for (const one of packed) found.push(...(await lintPackage(one)));
  for (const line of found) console.error(line);
  if (found.length > 0) process.exitCode = 1;
  else await tryPackages(packed, join(folder, "project"));
  console.log(`${packed.length} packages packed, ${found.length} faults`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
