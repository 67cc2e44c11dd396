/**
 * From a learner's tap to what a person sees: the server's answer on the device that was tapped,
 * and the bar of another device that shows the same course, both in a real browser. The ratio is
 * what being live adds to saving.
 */
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createApiKey } from "@milepost/engine";
import { chromium, type Page } from "playwright-core";
import { findBrowser } from "../tests/browser/findBrowser.ts";
import { startServer } from "./http/startServer.ts";
import { latencies, report, round, seedCourse, tiny, withDatabase } from "./support.ts";

const taps = tiny ? 3 : 100;
const bundle = new URL("../packages/elements/dist/bundle/", import.meta.url);

/** A host's page, the elements and nothing else: `fill` says where the API is, and the key. */
async function startHost() {
  let page = "";
  const host = createServer(async (request, response) => {
    const name = request.url?.slice(1) ?? "";
    if (!name.endsWith(".js")) return response.setHeader("content-type", "text/html").end(page);
    response.setHeader("content-type", "text/javascript");
    return response.end(await readFile(new URL(name, bundle)));
  });
  host.listen(0, "127.0.0.1");
  await once(host, "listening");
  const { port } = host.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    fill(api: string, key: string) {
      page = `<!doctype html><title>Bench</title>
<lp-provider api="${api}" course="bench" learner="u0"><lp-progress></lp-progress></lp-provider>
<script>document.querySelector("lp-provider").getToken = () => "${key}"</script>
<script type="module" src="/milepost-elements.js"></script>`;
    },
    close: () => host.close(),
  };
}

/** Resolves to the clock's time at which the page's bar said so many lessons. */
function barSays(page: Page, count: number): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const root = document.querySelector("lp-progress")?.shadowRoot;
          const bar = root?.querySelector("[role=progressbar]");
          if (bar?.getAttribute("aria-valuenow") === `${wanted}`) return resolve(Date.now());
          requestAnimationFrame(look);
        };
        look();
      }),
    count,
  );
}

/** Completes a lesson; resolves to when it was asked for and when the server had answered. */
function tap(page: Page, lesson: string): Promise<{ at: number; answered: number }> {
  return page.evaluate(async (id) => {
    type Provider = Element & { store: { complete(lesson: string): Promise<void> } };
    const provider = document.querySelector("lp-provider") as Provider;
    const confirmed = new Promise((resolve) => {
      provider.addEventListener("lp-complete", resolve, { once: true });
    });
    const at = Date.now();
    void provider.store.complete(id);
    await confirmed;
    return { at, answered: Date.now() };
  }, lesson);
}

await withDatabase(async (url, pool) => {
  await seedCourse(pool, { learners: 1, lessons: taps });
  const host = await startHost();
  const server = await startServer(url, { MILEPOST_CORS_ORIGINS: host.origin });
  const { key } = await createApiKey(pool, { name: "bench", role: "service" });
  host.fill(server.url, key);
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath: await findBrowser(), args });
  const open = async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(host.origin);
    await barSays(page, 0);
    return page;
  };
  const [phone, desk] = [await open(), await open()];
  const own: number[] = [];
  const other: number[] = [];
  for (let n = 1; n <= taps; n++) {
    const shown = barSays(desk, n);
    const { at, answered } = await tap(phone, `bench-${n}`);
    own.push(answered - at);
    other.push((await shown) - at);
  }
  await browser.close();
  host.close();
  await server.stop();
  const [saved, seen] = [latencies(own), latencies(other)];
  await report(pool, "live", {
    taps,
    savedMs: saved,
    seenElsewhereMs: seen,
    ratio: round(seen.p50 / saved.p50),
  });
});
