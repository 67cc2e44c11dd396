import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import { firstValue, messageType, textMessage } from "../wire/protocol.ts";
import { type Counters, inputsSent, type SessionInput } from "../wire/workerMessages.ts";
import type { PostgresBackend } from "./PostgresBackend.ts";
import { WireOutput } from "./WireOutput.ts";

/** `status` of what the backend throws in place of the `longjmp` to its error handler. */
const sqlErrorStatus = 100;

const nothing = new Uint8Array(0);
/** Ends a COPY or a pipeline that its client will not finish; outside of one it does nothing. */
const abandonment = Buffer.concat([
  textMessage(messageType.copyFail, "the client is gone"),
  Uint8Array.of(messageType.sync, 0, 0, 0, 4),
]);
/**
 * Nothing of one client may be left for the next: a transaction, settings, role, prepared and
 * temporary things.
 */
const newSession = ["rollback", "discard all"].map((sql) => textMessage(messageType.query, sql));

/**
 * Runs the backend on the messages that come over the wire.
 *
 * PGlite's own `execProtocolRaw` is not used: it hands over one finished buffer, so the backend
 * meets the end of input where COPY FROM STDIN waits for data; it keeps every answer, parsed (74 MB
 * of heap after 3,000 queries of 100 rows); and it carries on after any exception, a crash of the
 * backend included.
 */
export class WireServer {
  readonly #postgres: PostgresBackend;
  readonly #wire: MessagePort;
  readonly #counters: Counters;
  readonly #output: WireOutput;
  #input: Uint8Array = nothing;
  /** How many inputs there have been: while it stands still, no client has done anything. */
  inputsServed = 0;

  constructor(
    postgres: PostgresBackend,
    { wire, counters }: { wire: MessagePort; counters: Counters },
  ) {
    this.#postgres = postgres;
    this.#wire = wire;
    this.#counters = counters;
    this.#output = new WireOutput(wire, counters);
    postgres._pgl_set_rw_cbs(
      postgres.addFunction((pointer, length) => this.#read(pointer, length), "ipi"),
      postgres.addFunction((pointer, length) => this.#write(pointer, length), "ipi"),
    );
    wire.on("message", (message: SessionInput) => this.#serve(message));
  }

  /**
   * Runs a query of our own between two of the client's. Null when the client has something open,
   * which it would end.
   *
   * @returns the first column of its first row
   */
  query(sql: string): string | null {
    if (!this.#output.isIdle) return null;
    this.#run(textMessage(messageType.query, sql));
    return firstValue(this.#output.take());
  }

  #serve({ session, input }: SessionInput): void {
    if (input === "begin") this.#begin(session);
    else this.#run(bytesOf(input));
    this.#output.send({ takesMore: true });
    this.inputsServed += 1;
  }

  #begin(session: number): void {
    for (const query of newSession) this.#run(query);
    this.#output.take();
    if (!this.#output.isIdle) throw new Error("a new session could not be begun");
    this.#output.session = session;
    this.#postgres._pgl_sendConnData();
    this.#postgres._pgl_pq_flush();
  }

  #run(input: Uint8Array): void {
    this.#input = input;
    while (this.#input.length > 0 || this.#postgres._pq_buffer_remaining_data() > 0) this.#step();
    this.#postgres._PostgresSendReadyForQueryIfNecessary();
    this.#postgres._pgl_pq_flush();
  }

  #step(): void {
    const stack = this.#postgres.stackSave();
    try {
      this.#postgres._PostgresMainLoopOnce();
    } catch (error) {
      this.#postgres.stackRestore(stack);
      // Anything else is a crash of the backend, whose memory is not to be trusted: it ends this
      // thread.
      if ((error as { status?: unknown }).status !== sqlErrorStatus) throw error;
      this.#postgres._PostgresMainLongJmp();
    }
  }

  #read(pointer: number, lengthMax: number): number {
    if (this.#input.length === 0) this.#input = this.#nextInput();
    const taken = this.#input.subarray(0, lengthMax);
    this.#postgres.HEAPU8.set(taken, pointer);
    this.#input = this.#input.subarray(taken.length);
    return taken.length;
  }

  #write(pointer: number, length: number): number {
    this.#output.write(this.#postgres.HEAPU8.slice(pointer, pointer + length));
    return length;
  }

  /**
   * The backend is in the middle of a COPY, and cannot return to the event loop: wait for more
   * where we stand.
   */
  #nextInput(): Uint8Array {
    this.#output.send({ takesMore: true });
    for (;;) {
      const sent = Atomics.load(this.#counters, inputsSent);
      const received = receiveMessageOnPort(this.#wire) as { message: SessionInput } | undefined;
      if (received !== undefined) return bytesOf(received.message.input);
      Atomics.wait(this.#counters, inputsSent, sent);
    }
  }
}

function bytesOf(input: SessionInput["input"]): Uint8Array {
  if (input === "begin") throw new Error("a session began in the middle of another's COPY");
  return input === "abandon" ? abandonment : input;
}
