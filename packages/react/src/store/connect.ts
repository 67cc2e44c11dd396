import { Connection } from "./Connection.ts";
import { type FactQueue, openFactQueue } from "./FactQueue.ts";
import { Transport } from "./Transport.ts";
import type { GetToken } from "./types.ts";

interface Line {
  readonly connection: Connection;
  holders: number;
}

export interface ConnectOptions {
  readonly api: string;
  readonly learner: string | undefined;
  readonly getToken: GetToken | undefined;
}

const lines = new Map<string, Line>();
let queue: Promise<FactQueue> | undefined;

/**
 * The page's one connection for a server and a learner, which ends with the last who holds it.
 *
 * @returns the connection, and the function that lets go of it
 */
export async function connect({ api, learner: given, getToken }: ConnectOptions) {
  const transport = new Transport(api, getToken);
  const learner = given ?? (await transport.learner());
  queue ??= openFactQueue();
  const opened = await queue;
  // The same for every page of the origin: an address relative to a page would not be.
  const owner = JSON.stringify([new URL(api || "/", location.origin).href, learner]);

  let line = lines.get(owner);
  if (line === undefined) {
    line = { connection: new Connection({ owner, learner, transport, queue: opened }), holders: 0 };
    lines.set(owner, line);
    void line.connection.open();
  }
  const held = line;
  held.holders++;
  return {
    connection: held.connection,
    letGo() {
      held.holders--;
      if (held.holders > 0) return;
      lines.delete(owner);
      held.connection.close();
    },
  };
}
