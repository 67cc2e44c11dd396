import type { MessagePort } from "node:worker_threads";
import { bytesUnread, type Counters, type SessionOutput } from "../wire/workerMessages.ts";

/** The backend writes 8 KiB at a time: they travel together, up to about this many bytes. */
const packageBytes = 64 * 1024;
/**
 * With so much unread the backend waits, as it would for a full socket: a large COPY is never whole
 * in memory.
 */
const unreadBytesMax = 4 * 1024 * 1024;

/** The letter I, ReadyForQuery's word for "in no transaction". */
const idle = 0x49;

/** What the backend writes to the client of the current session. */
export class WireOutput {
  readonly #wire: MessagePort;
  readonly #counters: Counters;
  #parts: Uint8Array[] = [];
  #bytes = 0;
  #lastByte = 0;
  session = 0;

  constructor(wire: MessagePort, counters: Counters) {
    this.#wire = wire;
    this.#counters = counters;
  }

  /**
   * The client has no transaction, cursor or pipeline open: of all messages only ReadyForQuery,
   * idle, ends so.
   */
  get isIdle(): boolean {
    return this.#lastByte === idle;
  }

  /** Takes the bytes themselves: they must not be a view of the backend's memory. */
  write(bytes: Uint8Array): void {
    this.#parts.push(bytes);
    this.#bytes += bytes.length;
    this.#lastByte = bytes.at(-1) ?? this.#lastByte;
    if (this.#bytes >= packageBytes) this.send({ takesMore: false });
  }

  send({ takesMore }: Pick<SessionOutput, "takesMore">): void {
    const bytes = this.take();
    Atomics.add(this.#counters, bytesUnread, bytes.length);
    const output: SessionOutput = { session: this.session, bytes, takesMore };
    this.#wire.postMessage(output, [bytes.buffer]);
    this.#waitForReader();
  }

  /** What was written and not sent; it is not sent any more. */
  take(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#bytes);
    let offset = 0;
    for (const part of this.#parts) {
      bytes.set(part, offset);
      offset += part.length;
    }
    this.#parts = [];
    this.#bytes = 0;
    return bytes;
  }

  #waitForReader(): void {
    for (;;) {
      const unread = Atomics.load(this.#counters, bytesUnread);
      if (unread <= unreadBytesMax) return;
      Atomics.wait(this.#counters, bytesUnread, unread);
    }
  }
}
