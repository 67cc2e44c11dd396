// Asks the registry whether a vulnerability is known of what is installed with Milepost or builds
// it. Ends with 0 where it knows of none, 1 where it does, 2 where it was not asked: a registry
// that does not answer has said nothing.
import { spawnSync } from "node:child_process";
import { root } from "./ensure.mjs";

const seconds = 60;

/** The answer, or why there is none. */
function ask() {
  const { stdout, error } = spawnSync("npm", ["audit", "--json", "--loglevel=silent"], {
    cwd: root,
    encoding: "utf8",
    timeout: seconds * 1000,
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
  });
  if (error?.code === "ETIMEDOUT") return { why: `no answer within ${seconds} s` };
  if (error !== undefined) return { why: error.message };
  try {
    const answer = JSON.parse(stdout);
    if (answer.metadata?.vulnerabilities !== undefined) return { answer };
    const { statusCode, message } = answer;
    return { why: statusCode === undefined ? message : `the registry answers ${statusCode}` };
  } catch {
    return { why: "npm audit said nothing that can be read" };
  }
}

const { answer, why } = ask();
if (answer === undefined) {
  console.error(`not asked: ${why}`);
  process.exitCode = 2;
} else {
  for (const { name, severity, range } of Object.values(answer.vulnerabilities)) {
    console.error(`${severity}: ${name} ${range}`);
  }
  const { total } = answer.metadata.vulnerabilities;
  console.log(`${total} known vulnerabilities`);
  process.exitCode = total > 0 ? 1 : 0;
}
