import { readFile } from "node:fs/promises";
import { extname } from "node:path";

const folder = new URL("../../dist/public/", import.meta.url);
const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Files of one build, which never change under their names. */
const kept = "public, max-age=31536000, immutable";

interface Manifest {
  readonly [source: string]: { readonly file: string; readonly css?: readonly string[] };
}

/** The scripts and styles that the bundler made. */
export class Assets {
  /**
   * Names of the files that a page loads, read anew for each: who bundles again while the site is
   * up gets the new ones. @throws where the site was not bundled
   */
  async entry(): Promise<{ script: string; styles: readonly string[] }> {
    const text = await readFile(new URL("manifest.json", folder), "utf8");
    const entry = (JSON.parse(text) as Manifest)["apps/demo/src/client/main.tsx"];
    if (entry === undefined) throw new Error("The demo site's bundle has no entry.");
    return { script: entry.file, styles: entry.css ?? [] };
  }

  /** A file of the bundle; null where there is none of that name. */
  async answer(name: string): Promise<Response | null> {
    const type = types[extname(name)];
    if (type === undefined || !/^[\w.-]+$/.test(name)) return null;
    try {
      const body = await readFile(new URL(`assets/${name}`, folder));
      return new Response(body, { headers: { "content-type": type, "cache-control": kept } });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      throw error;
    }
  }
}
