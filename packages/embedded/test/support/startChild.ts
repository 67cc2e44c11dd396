import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface Child {
  readonly pid: number;
  readonly process: ChildProcess;
  /** The next line it says; undefined once it has ended. */
  line(): Promise<string | undefined>;
  /** Everything it still says, to its end. */
  rest(): Promise<string[]>;
  /** Lets it come to its end, by the end of its input. */
  finish(): Promise<void>;
  kill(): Promise<void>;
}

/** Runs a script of `test/children`, which uses the build: Node 20 runs no TypeScript. */
export function startChild(script: string, ...args: string[]): Child {
  const file = fileURLToPath(new URL(`../children/${script}.mjs`, import.meta.url));
  const child = spawn(process.execPath, [file, ...args], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "close");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  if (child.pid === undefined) throw new Error(`${script} did not start.`);

  const line = async (): Promise<string | undefined> => {
    const { value, done } = await lines.next();
    return done ? undefined : value;
  };
  const rest = async (): Promise<string[]> => {
    const said: string[] = [];
    for (let next = await line(); next !== undefined; next = await line()) said.push(next);
    return said;
  };
  const finish = async (): Promise<void> => {
    child.stdin.end();
    await ended;
  };
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await ended;
  };
  return { pid: child.pid, process: child, line, rest, finish, kill };
}
