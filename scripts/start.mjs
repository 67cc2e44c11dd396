import { pathToFileURL } from "node:url";
import { ensure, root } from "./ensure.mjs";

// Runs the command in this very process: signals reach it and
// its exit code is ours without a middleman.
try {
  await ensure(["packages/cli"]);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const main = `${root}packages/cli/dist/main.js`;
process.argv = [process.execPath, main, "start", ...process.argv.slice(2)];
await import(pathToFileURL(main).href);
