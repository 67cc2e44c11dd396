import { messagesIn, messageType } from "./protocol.ts";

/**
 * Keeps back what is not yet a whole message. The backend waits for the rest of a message it has
 * begun to read, and a client may be gone before it writes it: pg-copy-streams writes the head and
 * the body of one separately.
 */
export class MessageCutter {
  #rest: Uint8Array = new Uint8Array(0);

  /** The whole messages up to now, in memory of their own, so that it can be transferred. */
  cut(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
    const bytes = Buffer.concat([this.#rest, ...chunks]);
    let whole = 0;
    for (const { type, end } of messagesIn(bytes)) {
      // Terminate would end the only backend there is; the stream is ended right after it anyway.
      if (end > bytes.length || type === messageType.terminate) break;
      whole = end;
    }
    this.#rest = bytes.subarray(whole);
    return new Uint8Array(bytes.subarray(0, whole));
  }
}
