import type { MessagePort } from "node:worker_threads";

export interface DatabaseFiles {
  /** Where PostgreSQL's files stand; null keeps them in memory. */
  readonly clusterDirectory: string | null;
  /** A dump to start from, where there is no database yet. */
  readonly loadFrom: Uint8Array | null;
}

/** What the worker is started with. */
export interface WorkerStart extends DatabaseFiles {
  /** Carries `SessionInput` in and `SessionOutput` out. */
  readonly wire: MessagePort;
  readonly counters: Counters;
}

/** Shared with the worker, which waits on them while PostgreSQL is in the middle of a statement. */
export type Counters = Int32Array<SharedArrayBuffer>;
/** Index in the counters: how often something was put on the wire for the worker. */
export const inputsSent = 0;
/** Index in the counters: bytes of output that no client has read yet. */
export const bytesUnread = 1;

/** A client's session, or what it sent: whole protocol messages. */
export interface SessionInput {
  readonly session: number;
  /**
   * `begin` makes the backend as good as new; `abandon` ends whatever the session left unfinished.
   */
  readonly input: Uint8Array<ArrayBuffer> | "begin" | "abandon";
}

export interface SessionOutput {
  readonly session: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /**
   * The last input was used up: the next one may come. Exactly one output says so for each input.
   */
  readonly takesMore: boolean;
}

export type WorkerRequest = "dump" | "close";

/** `ready` comes once, unasked. To `close` the answer is the thread's end. */
export type WorkerReply = "ready" | { readonly dump: Uint8Array<ArrayBuffer> };
