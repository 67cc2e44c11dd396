import { readFileSync } from "node:fs";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { root } from "../ensure.mjs";

/** ESM only: neither `require` nor the resolution of Node 10 finds our packages, and none is to. */
const notOurs = new Set(["node10", "node16-cjs"]);
/** Style sheets have no types to be wrong about. */
const untyped = /\.css$|\/styles\//;

/**
 * What would be wrong with a package once it is published.
 *
 * @param {{ name: string, at: string, tarball: string, files: string[] }} packed - of `packAll`
 * @returns {Promise<string[]>} a line each
 */
export async function lintPackage({ name, at, tarball, files }) {
  const manifest = JSON.parse(readFileSync(`${root}${at}/package.json`, "utf8"));
  const data = readFileSync(tarball);
  const found = [
    ...readManifest(manifest),
    ...readFiles(at, manifest, files),
    ...(await askPublint(data)),
    ...(await askAboutTypes(data)),
  ];
  return found.map((says) => `${name}: ${says}`);
}

function* readManifest({ private: isPrivate, description, license, engines, publishConfig }) {
  if (isPrivate) yield "is private";
  if (!description) yield "has no description";
  if (license !== "Apache-2.0") yield "is not licensed as the whole is";
  if (!engines?.node) yield "does not say which Node it needs";
  if (publishConfig?.access !== "public") yield "would not be public";
  if (publishConfig?.provenance !== true) yield "would be published without provenance";
}

function* readFiles(at, manifest, files) {
  const named = manifest.files.filter((path) => !path.startsWith("!"));
  for (const folder of named) {
    if (!files.some((path) => path.startsWith(`${folder}/`))) yield `holds nothing of ${folder}`;
  }
  for (const needed of ["README.md", "LICENSE"]) {
    if (!files.includes(needed)) yield `lacks ${needed}`;
  }
  const license = (path) => readFileSync(`${root}${path}`, "utf8");
  if (license(`${at}/LICENSE`) !== license("LICENSE")) yield "has another LICENSE than the whole";
  const stray = files.filter((path) => /(^|\/)\.|(^|\/)test\//.test(path));
  for (const path of stray) yield `should not hold ${path}`;
}

async function askPublint(data) {
  const tarball = data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength);
  const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false })}`);
}

/** Some problems hold a page of how the compiler searched. */
const withoutTrace = (key, value) => (key === "trace" ? undefined : value);

async function askAboutTypes(data) {
  const analysis = await checkPackage(createPackageFromTarballData(data));
  if (!analysis.types) return ["has no types"];
  return analysis.problems
    .filter(({ resolutionKind, entrypoint = "" }) => {
      return !notOurs.has(resolutionKind) && !untyped.test(entrypoint);
    })
    .map((problem) => `types: ${JSON.stringify(problem, withoutTrace)}`);
}
