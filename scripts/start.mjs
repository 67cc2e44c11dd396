import { pathToFileURL } from "node:url";
import { ensure, root } from "./ensure.mjs";

/**
 * `npm start` runs this below a shell, and hands a SIGTERM to that shell alone: the service
 * would live on without a parent, with its port and its data folder. So it ends when the
 * shell does. A tenth of a second is soon enough for whoever starts it anew.
 */
function endWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 100);
  watch.unref();
}

try {
  await ensure(["packages/cli"]);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
if (process.env.npm_lifecycle_event === "start") endWithParent();

// React renders several times as fast without the checks that are for its developers.
process.env.NODE_ENV ??= "production";

// Runs the command in this very process: signals reach it and its
// exit code is ours without a middleman.
const main = `${root}packages/cli/dist/main.js`;
process.argv = [process.execPath, main, "start", ...process.argv.slice(2)];
await import(pathToFileURL(main).href);
