// Prints the bill of materials of a release, CycloneDX as JSON: our packages, what a host installs
// with them and what is bundled in them. It has a serial number and an instant of its own each
// time, so it is made for a release and not kept here.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ensure, projects } from "./ensure.mjs";
import { bundled, installedPaths, locked } from "./packages/dependencies.mjs";

/** In the whole lock file npm leaves out what we use in development too, undici among it. */
function writeWithoutDevelopment(folder) {
  const ours = new Set(projects());
  const write = (path, content) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify(content));
  };
  const packages = { "": { ...locked[""], devDependencies: undefined } };
  for (const at of installedPaths()) {
    packages[at] = { ...locked[at], devDependencies: undefined, dev: undefined };
    if (ours.has(at)) write(`${at}/package.json`, packages[at]);
  }
  for (const [at, entry] of Object.entries(locked)) if (entry.link) packages[at] = entry;
  write("package.json", packages[""]);
  write("package-lock.json", { name: "milepost", lockfileVersion: 3, requires: true, packages });
}

function askNpm(cwd) {
  const asked = ["sbom", "--sbom-format", "cyclonedx", "--omit", "dev", "--package-lock-only"];
  const shell = process.platform === "win32";
  return JSON.parse(execFileSync("npm", asked, { cwd, encoding: "utf8", shell }));
}

const bundledHere = ({ name, version, license }) => ({
  "bom-ref": `bundled:${name}@${version}`,
  type: "library",
  name,
  version,
  purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
  licenses: [{ expression: license }],
  properties: [{ name: "milepost:bundled", value: "true" }],
});

await ensure(projects());
const folder = mkdtempSync(join(tmpdir(), "milepost-sbom-"));
try {
  // npm names the whole after its folder.
  const project = join(folder, "milepost");
  writeWithoutDevelopment(project);
  const bill = askNpm(project);
  const inBundles = new Map(bundled().map((one) => [`${one.name} ${one.version}`, one]));
  bill.components.push(...[...inBundles.values()].map(bundledHere));
  console.log(JSON.stringify(bill, null, 2));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
