import type { MessagePort, Worker } from "node:worker_threads";
import { DatabaseStoppedError } from "../DatabaseStoppedError.ts";
import type { SessionStream } from "./SessionStream.ts";
import { startWorker } from "./startWorker.ts";
import {
  bytesUnread,
  type Counters,
  type DatabaseFiles,
  inputsSent,
  type SessionInput,
  type SessionOutput,
  type WorkerReply,
  type WorkerRequest,
} from "./workerMessages.ts";

interface Awaited {
  resolve(reply: WorkerReply | "exited"): void;
  reject(error: Error): void;
}

/**
 * The thread in which PostgreSQL runs, and whose turn it is to speak to it: it takes one session at
 * a time.
 */
export class BackendWorker {
  readonly #worker: Worker;
  readonly #wire: MessagePort;
  readonly #counters: Counters;
  #session = 0;
  #current: SessionStream | null = null;
  #waiting: SessionStream[] = [];
  #awaited: Awaited | null = null;
  #started = false;
  #stopping = false;
  #failure: { readonly cause: unknown } | null = null;

  private constructor(files: DatabaseFiles) {
    const { worker, wire, counters } = startWorker(files);
    this.#worker = worker;
    this.#wire = wire;
    this.#counters = counters;
    wire.on("message", (output: SessionOutput) => this.#receive(output));
    worker.on("message", (reply: WorkerReply) => this.#awaited?.resolve(reply));
    worker.on("error", (error) => this.#fail(error));
    worker.on("exit", (code) => this.#exited(code));
  }

  /** @throws {@link DatabaseStoppedError} with what PostgreSQL said, when it does not start */
  static async start(files: DatabaseFiles): Promise<BackendWorker> {
    const backend = new BackendWorker(files);
    await backend.#reply();
    backend.#started = true;
    return backend;
  }

  /**
   * Begins a session when the one before has left; the stream then hears `begin`, or is destroyed.
   */
  enter(stream: SessionStream): void {
    if (this.#failure !== null) stream.destroy(this.#stopped(this.#failure.cause));
    else if (this.#current === null) this.#begin(stream);
    else this.#waiting.push(stream);
  }

  /** Input of the current session. The next may come after its `written`. */
  send(input: Uint8Array<ArrayBuffer>): void {
    this.#post({ session: this.#session, input }, [input.buffer]);
  }

  /** Bytes of output were read, or will never be: the worker may send as many more. */
  credit(bytes: number): void {
    if (bytes === 0) return;
    Atomics.sub(this.#counters, bytesUnread, bytes);
    Atomics.notify(this.#counters, bytesUnread);
  }

  /** The stream is gone. A statement under way is finished, its output goes nowhere. */
  leave(stream: SessionStream): void {
    this.#waiting = this.#waiting.filter((other) => other !== stream);
    if (this.#current !== stream) return;
    this.#current = null;
    if (this.#failure !== null) return;
    this.#post({ session: this.#session, input: "abandon" });
    const next = this.#waiting.shift();
    if (next !== undefined) this.#begin(next);
  }

  /** All of the database, as a compressed archive. No statement may be under way. */
  async dump(): Promise<Uint8Array> {
    const reply = await this.#request("dump");
    if (typeof reply === "string") throw new Error(`The worker answered a dump with ${reply}.`);
    return reply.dump;
  }

  /**
   * Shuts PostgreSQL down, and the thread. No session may be left. Nothing to do where it has
   * failed.
   */
  async stop(): Promise<void> {
    if (this.#failure !== null) return;
    this.#stopping = true;
    await this.#request("close");
  }

  #begin(stream: SessionStream): void {
    this.#current = stream;
    this.#session += 1;
    this.#post({ session: this.#session, input: "begin" });
    stream.begin();
  }

  #post(message: SessionInput, transfer: ArrayBuffer[] = []): void {
    this.#wire.postMessage(message, transfer);
    Atomics.add(this.#counters, inputsSent, 1);
    Atomics.notify(this.#counters, inputsSent);
  }

  #receive({ session, bytes, takesMore }: SessionOutput): void {
    const stream = session === this.#session ? this.#current : null;
    if (stream === null) {
      this.credit(bytes.length);
      return;
    }
    // Before the output: the client may answer it with its next write at once.
    if (takesMore) stream.written();
    if (bytes.length > 0) stream.receive(bytes);
  }

  #request(request: WorkerRequest): Promise<WorkerReply | "exited"> {
    if (this.#failure !== null) return Promise.reject(this.#stopped(this.#failure.cause));
    const reply = this.#reply();
    this.#worker.postMessage(request);
    return reply;
  }

  async #reply(): Promise<WorkerReply | "exited"> {
    try {
      return await new Promise((resolve, reject) => {
        this.#awaited = { resolve, reject };
      });
    } finally {
      this.#awaited = null;
    }
  }

  #exited(code: number): void {
    if (this.#stopping && code === 0) this.#awaited?.resolve("exited");
    this.#fail(new Error(`its thread ended with code ${code}`));
  }

  /**
   * Everything under way and waiting fails now, everything later as it comes. The first cause is
   * kept.
   */
  #fail(cause: unknown): void {
    if (this.#failure !== null) return;
    this.#failure = { cause };
    this.#awaited?.reject(this.#stopped(cause));
    const streams = [this.#current, ...this.#waiting];
    for (const stream of streams) stream?.destroy(this.#stopped(cause));
  }

  /** One for each who hears it: pg writes the caller's stack into the error. */
  #stopped(cause: unknown): DatabaseStoppedError {
    return new DatabaseStoppedError(cause, { started: this.#started });
  }
}
