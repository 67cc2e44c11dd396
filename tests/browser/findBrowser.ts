import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";

const run = promisify(execFile);
const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * Path of a Chromium. Installs the distribution's own where there is none and this is root on
 * Debian; `CHROMIUM` names another one.
 */
export async function findBrowser(): Promise<string> {
  const given = process.env.CHROMIUM;
  if (given) return given;
  const found = places.find((path) => existsSync(path));
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    console.log("No Chromium here: installing Debian's.");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const options = { env, maxBuffer: 1 << 26 };
    await run("apt-get", ["update", "-q"], options);
    const install = ["install", "-y", "-q", "--no-install-recommends", "chromium"];
    await run("apt-get", install, options);
    const installed = places.find((path) => existsSync(path));
    if (installed !== undefined) return installed;
  }
  throw new Error("The tests of pages need a Chromium: install one, or name it in CHROMIUM.");
}
