#!/usr/bin/env node
import { runMilepost } from "./runMilepost.ts";

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  // The first asks to stop in order; the second is not ours to hear any more, and ends the process.
  process.once(signal, () => stop.abort(signal));
}
// `milepost … | head` closes our output early; whoever does that has seen enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await runMilepost(process.argv.slice(2), {
  env: process.env,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  columns: process.stderr.isTTY ? process.stderr.columns : null,
  get stdin() {
    return process.stdin;
  },
  stop: stop.signal,
});
