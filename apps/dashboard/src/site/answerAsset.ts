import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { Context } from "hono";
import { bundled } from "./bundled.ts";

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** A file of the bundle, which never changes under its name. */
export async function answerAsset(c: Context): Promise<Response> {
  const name = c.req.param("name") ?? "";
  const type = types[extname(name)];
  if (type === undefined || !/^[\w.-]+$/.test(name)) return c.text("No such file.", 404);
  try {
    const body = await readFile(new URL(`assets/${name}`, bundled));
    c.header("content-type", type);
    c.header("cache-control", "public, max-age=31536000, immutable");
    return c.body(body);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return c.text("No such file.", 404);
    throw error;
  }
}
