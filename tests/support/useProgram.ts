import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";
import { prints, shellEnvironment } from "./childProgram.ts";
import { freePort } from "./freePort.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A server that runs as a process of its own while the tests of a suite do. */
export interface Program {
  readonly url: string;
}

export interface ProgramOptions {
  /** From the root of the repository, as a person would start it. */
  readonly command: (port: string) => readonly string[];
  /** Beside `PORT` and what a person's shell has; asked once the hooks before this one are done. */
  readonly environment: () => Record<string, string>;
}

/** Starts a Node program, waits until it prints its address, and ends it after the tests. */
export function useProgram({ command, environment }: ProgramOptions): Program {
  let url: string | undefined;
  let child: ChildProcess | undefined;
  beforeAll(async () => {
    const port = String(await freePort());
    const env = shellEnvironment({ NO_COLOR: "1", PORT: port, ...environment() });
    child = spawn(process.execPath, command(port), { cwd: root, env });
    url = `http://127.0.0.1:${port}`;
    await prints(child, new RegExp(`http://127\\.0\\.0\\.1:${port}`));
  });
  afterAll(async () => {
    if (child === undefined || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child?.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
  });
  return {
    get url() {
      if (url === undefined) throw new Error("The program runs inside tests and hooks only.");
      return url;
    },
  };
}
