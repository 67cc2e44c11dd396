import { type RunningCli, runCli, startCli } from "../../packages/cli/test/support/runCli.ts";
import { untilReady } from "../../packages/cli/test/support/untilReady.ts";
import { freePort } from "../../tests/support/freePort.ts";

type Environment = Readonly<Record<string, string>>;

/**
 * `milepost serve` in a process of its own, which is killed, stopped and started again on the same
 * port.
 */
export class MilepostServer {
  readonly url: string;
  readonly #env: Environment;
  #running: RunningCli | undefined;
  /** What it said on standard error, in all of its runs. */
  #log = "";

  private constructor(port: number, env: Environment) {
    this.url = `http://127.0.0.1:${port}`;
    this.#env = { LOG_LEVEL: "error", ...env, PORT: `${port}` };
    // However this process ends, it leaves no server behind.
    process.once("exit", () => this.#running?.process.kill("SIGKILL"));
  }

  /** @param env - the database, and settings beside it */
  static async create(env: Environment): Promise<MilepostServer> {
    const server = new MilepostServer(await freePort(), env);
    await server.start();
    return server;
  }

  /** Resolves once it says that it listens. */
  async start(): Promise<void> {
    this.#running = startCli(["serve", "--json"], { env: this.#env });
    const { url } = await untilReady(this.#running);
    if (url !== this.url) throw new Error(`It did not start: ${this.#running.text.out}`);
  }

  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  /** A command of the same program on the same database, which has to succeed. */
  async command(...args: string[]): Promise<string> {
    const { exitCode, out, err } = await runCli(args, { env: this.#env });
    if (exitCode !== 0)
      throw new Error(`milepost ${args.join(" ")} ended with ${exitCode}: ${err}`);
    return out;
  }

  /** What it logged as errors beside requests that it answered with 503. */
  get errors(): string[] {
    const log = this.#log + (this.#running?.text.err ?? "");
    const lines = log.split("\n").filter((line) => line.trim() !== "");
    return lines.filter((line) => !line.includes('"status":503,'));
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    running?.process.kill(signal);
    this.#log += (await running?.ended)?.err ?? "";
  }
}
