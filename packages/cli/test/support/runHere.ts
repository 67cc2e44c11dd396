import { Readable } from "node:stream";
import { runMilepost } from "../../src/index.ts";
import type { Ended } from "./runCli.ts";

/** Runs a command in this process: the same code, without the start of a program. */
export async function runHere(
  args: readonly string[],
  { env, input = "", stop = new AbortController().signal }: RunHereOptions,
): Promise<Pick<Ended, "exitCode" | "out" | "err">> {
  const text = { out: "", err: "" };
  const exitCode = await runMilepost(args, {
    env,
    out: (more) => {
      text.out += more;
    },
    err: (more) => {
      text.err += more;
    },
    columns: null,
    stdin: Readable.from([Buffer.from(input)]),
    stop,
  });
  return { exitCode, ...text };
}

export interface RunHereOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly stop?: AbortSignal;
}
