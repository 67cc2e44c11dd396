import pg from "pg";
import type { BackendWorker } from "./wire/BackendWorker.ts";
import { SessionStream } from "./wire/SessionStream.ts";

type ConnectCallback = Parameters<pg.Pool["connect"]>[0];

/** A pool of the one connection that the embedded database has. */
export class EmbeddedPool extends pg.Pool {
  #closing: Promise<void> | null = null;

  constructor(backend: BackendWorker) {
    super({
      stream: () => new SessionStream(backend),
      max: 1,
      idleTimeoutMillis: 0,
      // Said, or PGSSLMODE in the host's environment would be meant for us. The likes of PGHOST
      // only make up the start-up packet, and nobody reads that.
      ssl: false,
    });
    // Without listeners a stopped backend would end the process, whether its one client is in the
    // pool or checked out. Nothing is hushed up: every query under way and to come is told.
    this.on("error", () => {});
    this.on("connect", (client) => client.on("error", () => {}));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: ConnectCallback): void;
  override connect(callback?: ConnectCallback): Promise<pg.PoolClient> | undefined {
    if (this.#closing === null) {
      if (callback === undefined) return super.connect();
      super.connect(callback);
      return undefined;
    }
    const error = new Error("The embedded database is closed.");
    if (callback === undefined) return Promise.reject(error);
    process.nextTick(callback, error, undefined, () => {});
    return undefined;
  }

  /** Ends when all that was asked for before is finished and every client given back. */
  override end(): Promise<void>;
  override end(callback: () => void): void;
  override end(callback?: () => void): Promise<void> | undefined {
    this.#closing ??= this.#drain(super.connect()).then(() => super.end());
    if (callback === undefined) return this.#closing;
    this.#closing.then(callback, callback);
    return undefined;
  }

  /**
   * pg's own `end` forgets whoever waits for a connection, and with one connection that is nearly
   * everybody.
   */
  async #drain(last: Promise<pg.PoolClient>): Promise<void> {
    try {
      (await last).release();
    } catch {
      // The backend has stopped, so nothing is under way.
    }
  }
}
