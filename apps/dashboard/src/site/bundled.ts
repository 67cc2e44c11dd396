import { readFile } from "node:fs/promises";

/** Where the bundler puts what browsers load. */
export const bundled = new URL("../../dist/public/", import.meta.url);

interface Manifest {
  readonly [source: string]: { readonly file: string; readonly css?: readonly string[] };
}

/**
 * Names of the files that the page loads first, read anew each time: who bundles again while the
 * dashboard is up gets the new ones. @throws where it was not bundled
 */
export async function entryFiles(): Promise<{ script: string; styles: readonly string[] }> {
  const text = await readFile(new URL("manifest.json", bundled), "utf8");
  const entry = (JSON.parse(text) as Manifest)["apps/dashboard/src/client/main.tsx"];
  if (entry === undefined) throw new Error("The dashboard's bundle has no entry.");
  return { script: entry.file, styles: entry.css ?? [] };
}
