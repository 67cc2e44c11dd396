import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Account, findServer } from "../../support/findServer.ts";

const run = promisify(execFile);
const page = await readFile(new URL("../../../docs/operations.md", import.meta.url), "utf8");
const milepost = fileURLToPath(new URL("../../../packages/cli/dist/main.js", import.meta.url));

/** The block of docs/operations.md that begins with "```", its language and this name. */
export function documented(name: string): string {
  const text = new RegExp(`^\`\`\`[a-z]+ ${name}\\n(.*?)^\`\`\`$`, "ms").exec(page)?.[1];
  if (text === undefined) throw new Error(`docs/operations.md has no block ${name}.`);
  return text;
}

/**
 * Runs that block as it stands there, in a folder, and ends at the first command that fails.
 *
 * @param env - what the page says has to be set; PostgreSQL's programs and ours are on the path
 * @returns what it printed
 */
export async function runDocumented(
  name: string,
  { folder, env, account = {} }: { folder: string; env: Record<string, string>; account?: Account },
): Promise<string> {
  const ours = `milepost() { '${process.execPath}' '${milepost}' "$@"; }\n`;
  const path = `${await findServer()}:${process.env.PATH}`;
  const script = `set -euo pipefail\n${ours}${documented(name)}`;
  const options = { ...account, cwd: folder, env: { PATH: path, ...env }, maxBuffer: 1 << 24 };
  const { stdout } = await run("bash", ["-c", script], options);
  return stdout;
}
