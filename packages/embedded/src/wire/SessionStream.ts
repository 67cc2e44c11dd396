import { Duplex } from "node:stream";
import type { BackendWorker } from "./BackendWorker.ts";
import { MessageCutter } from "./MessageCutter.ts";

type Callback = (error?: Error | null) => void;

/** What `pg` takes for its socket: one session with the backend, which has one at a time. */
export class SessionStream extends Duplex {
  readonly #backend: BackendWorker;
  readonly #cutter = new MessageCutter();
  #startedUp = false;
  #written: Callback | null = null;
  #bytesUnread = 0;

  constructor(backend: BackendWorker) {
    super();
    this.#backend = backend;
  }

  // --- what pg calls beyond a stream's own methods, as on a net.Socket

  connect(): this {
    this.#backend.enter(this);
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  /** The worker holds the process until `close()`, whoever asks. */
  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  // --- what the backend calls

  begin(): void {
    process.nextTick(() => this.emit("connect"));
  }

  /** The backend has used up the last write. */
  written(): void {
    const callback = this.#written;
    this.#written = null;
    callback?.();
  }

  /** Output of the session; its bytes count as unread until the client took them. */
  receive(bytes: Uint8Array): void {
    this.#bytesUnread += bytes.length;
    if (this.push(bytes)) this.#creditUnread();
  }

  // --- what the stream's base calls

  override _read(): void {
    this.#creditUnread();
  }

  override _writev(chunks: { chunk: Buffer }[], callback: Callback): void {
    // The start-up packet, the only message without a type: it asks for a role and a database, and
    // there is one of each.
    if (!this.#startedUp) {
      this.#startedUp = true;
      callback();
      return;
    }
    const bytes = this.#cutter.cut(chunks.map(({ chunk }) => chunk));
    if (bytes.length === 0) {
      callback();
      return;
    }
    this.#written = callback;
    this.#backend.send(bytes);
  }

  override _final(callback: Callback): void {
    callback();
    this.destroy();
  }

  override _destroy(error: Error | null, callback: Callback): void {
    this.#creditUnread();
    this.#backend.leave(this);
    callback(error);
  }

  #creditUnread(): void {
    this.#backend.credit(this.#bytesUnread);
    this.#bytesUnread = 0;
  }
}
