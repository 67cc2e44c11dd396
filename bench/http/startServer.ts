import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** What the server's process says of itself about once a second. */
export interface Sample {
  /** Milliseconds since the first. */
  readonly ms: number;
  readonly rssBytes: number;
  readonly cpuMicroseconds: number;
}

export interface BenchServer {
  readonly url: string;
  /** The same HTTP server in the same process, which answers `/constant/<bytes>`. */
  readonly constantUrl: string;
  /** All samples so far. */
  readonly samples: readonly Sample[];
  /** Ends it as an operator would, and answers its exit code. */
  stop(): Promise<number | null>;
}

const program = fileURLToPath(new URL("server.mjs", import.meta.url));

/**
 * `milepost serve` in a process of its own, with the settings it ships with. Its log, a line a
 * request, goes to the null device. `BENCH_PROFILE` names a folder for a CPU profile of it.
 */
export async function startServer(
  databaseUrl: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<BenchServer> {
  const { BENCH_PROFILE, PATH } = process.env;
  const profile = BENCH_PROFILE ? ["--cpu-prof", `--cpu-prof-dir=${BENCH_PROFILE}`] : [];
  const child = fork(program, {
    execArgv: profile,
    env: { PATH, DATABASE_URL: databaseUrl, PORT: "0", ...settings },
    stdio: ["ignore", "pipe", "ignore", "ipc"],
  });
  const samples: Sample[] = [];
  const start = performance.now();
  let constantPort: number | undefined;
  child.on("message", (message: Partial<Sample> & { constantPort?: number }) => {
    const { rssBytes, cpuMicroseconds } = message;
    if (rssBytes === undefined || cpuMicroseconds === undefined)
      constantPort = message.constantPort;
    else samples.push({ ms: performance.now() - start, rssBytes, cpuMicroseconds });
  });
  let out = "";
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    out += chunk;
  });
  let over = false;
  const ended = once(child, "exit").then(([code]: (number | null)[]) => {
    over = true;
    return code ?? null;
  });
  while (!over && !(out.endsWith("\n") && constantPort !== undefined)) {
    await Promise.race([once(child.stdout ?? child, "data"), once(child, "message"), ended]);
  }
  if (over) throw new Error(`The server did not start: ${out}`);
  const { url }: { url: string } = JSON.parse(out);
  return {
    url,
    constantUrl: `http://127.0.0.1:${constantPort}`,
    samples,
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}
