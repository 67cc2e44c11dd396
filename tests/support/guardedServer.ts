import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { Account } from "./findServer.ts";

export interface ServerOptions {
  readonly account: Account;
  readonly durable: boolean;
  /** Beside what every server here is given. */
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * The server's parent is a shell that waits for its own input to end, which
 * happens when this process lets go of the pipe: on stop, and just the same when
 * it is killed. Then it ends the server and removes the folder. In a process
 * group of its own, or Ctrl-C would end the shell before it could clean up.
 */
export function spawnGuarded(
  folder: string,
  {
    program,
    port,
    account,
    durable,
    settings: own,
  }: ServerOptions & { program: string; port: number },
): ChildProcess {
  const script = [
    'folder=$1; shift; "$@" >"$folder/log" 2>&1 &',
    'server=$!; cat >/dev/null; kill -QUIT "$server" 2>/dev/null; wait "$server"; rm -rf "$folder"',
  ].join("\n");
  const settings = Object.entries({
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: 200,
    // A deadlock shows at once, as an error of the test.
    ...(durable ? {} : { fsync: "off", full_page_writes: "off", deadlock_timeout: "200ms" }),
    ...own,
  }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const guard = spawn(
    "/bin/sh",
    ["-c", script, "sh", folder, program, "-D", join(folder, "data"), ...settings],
    { ...account, cwd: folder, detached: true, stdio: ["pipe", "ignore", "ignore"] },
  );
  guard.unref();
  return guard;
}

/** Lets go of the pipe and waits until the server has ended and its folder is gone. */
export async function endGuard(guard: ChildProcess): Promise<void> {
  if (guard.exitCode !== null) return;
  const ended = new Promise<void>((resolve) => guard.once("exit", () => resolve()));
  guard.ref();
  guard.stdin?.end();
  await ended;
}
