import type { ChildProcess } from "node:child_process";

/** The environment of a person's shell: a program is not to know that it is tested. */
export function shellEnvironment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const own = /^(VITEST|NODE_ENV|TEST|FORCE_COLOR|npm_|DATABASE_URL|MILEPOST_|PORT)/;
  const kept = Object.entries(process.env).filter(([name]) => !own.test(name));
  return { ...Object.fromEntries(kept), ...more };
}

/** Resolves once a program has printed what matches; rejects where it ends before. */
export function prints(child: ChildProcess, pattern: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (pattern.test(said)) resolve();
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
}
