import { readFile } from "node:fs/promises";
import { createClient, type MilepostClient } from "@milepost/client";
import { createLogger, readConfig, type Serving, serve } from "@milepost/server";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { useDatabase } from "../../../tests/support/useDatabase.ts";

const bundle = new URL("../dist/bundle/", import.meta.url);

/** Nothing inline, so that what the elements do to a page is what a strict policy allows. */
const policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src data:";

export interface PlainPage {
  /** Of the page of that name: its body, below one script tag. */
  url(name: string): string;
  readonly client: MilepostClient;
}

/** A server with the elements' bundle and plain pages, and a course `fs` that `ada` is halfway through. */
export function usePlainPage(bodies: Readonly<Record<string, string>>): PlainPage {
  const database = useDatabase("PostgreSQL");
  let serving: Serving | undefined;
  beforeAll(async () => {
    serving = await serve({
      config: readConfig({ PORT: "0", MILEPOST_AUTH: "off" }),
      pool: new pg.Pool({ connectionString: database.databaseUrl }),
      logger: createLogger("silent"),
      sites: [{ path: "/page", fetch: (request) => answer(request, bodies) }],
    });
    await fill(createClient({ baseUrl: serving.url }));
  });
  afterAll(() => serving?.close());
  const url = () => {
    if (serving === undefined) throw new Error("The page is there inside tests and hooks only.");
    return serving.url;
  };
  return {
    url: (name) => `${url()}/page/${name}`,
    get client() {
      return createClient({ baseUrl: url() });
    },
  };
}

async function answer(request: Request, bodies: Readonly<Record<string, string>>) {
  const name = new URL(request.url).pathname.slice("/page/".length);
  if (name.endsWith(".js")) {
    const text = await readFile(new URL(name, bundle), "utf8");
    return new Response(text, { headers: { "content-type": "text/javascript" } });
  }
  const head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Fire safety</title>';
  const html = `${head}<link rel="icon" href="data:,"><body>${bodies[name] ?? ""}</body></html>`;
  const type = "text/html; charset=utf-8";
  return new Response(html, {
    headers: { "content-type": type, "content-security-policy": policy },
  });
}

async function fill(client: MilepostClient): Promise<void> {
  const lessons = [1, 2, 3, 4].map((n) => ({ id: `fs-${n}`, title: `Lesson ${n}` }));
  const body = { title: "Fire safety", lessons };
  await client.PUT("/v1/courses/{course}", { params: { path: { course: "fs" } }, body });
  for (const lesson of ["fs-1", "fs-2"]) {
    const params = { path: { learner: "ada", lesson } };
    await client.PUT("/v1/learners/{learner}/lessons/{lesson}/completion", { params });
  }
}
