import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

/** How a command ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A command that runs in a process of its own: the built program, as npm would link it. */
export interface RunningCli {
  readonly process: ChildProcess;
  /** Everything it has written so far. */
  readonly text: { out: string; err: string };
  readonly ended: Promise<Ended>;
}

/** Settings of ours that a command inherits from nobody. */
const ours = /^(DATABASE_URL|HOST|PORT|LOG_LEVEL|MILEPOST_.*|PG[A-Z]+)$/;

/** Starts `milepost` with the arguments and, beside the system's own environment, only `env`. */
export function startCli(
  args: readonly string[],
  { env, input = "" }: { env: Readonly<Record<string, string>>; input?: string },
): RunningCli {
  const inherited = Object.entries(process.env).filter(([name]) => !ours.test(name));
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const text = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    text.out += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    text.err += chunk;
  });
  child.stdin.end(input);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode, signal) => resolve({ exitCode, signal, ...text }));
  });
  return { process: child, text, ended };
}

/** Runs `milepost` to its end. */
export function runCli(
  args: readonly string[],
  options: { env: Readonly<Record<string, string>>; input?: string },
): Promise<Ended> {
  return startCli(args, options).ended;
}
