/**
 * The compiled worker. Node 20 cannot run TypeScript in a thread, so a run from source uses the
 * build beside it.
 */
export function workerUrl(): URL {
  const fromSource = import.meta.url.endsWith(".ts");
  return new URL(fromSource ? "../dist/worker.js" : "./worker.js", import.meta.url);
}
