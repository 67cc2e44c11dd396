/**
 * The part of PGlite's WebAssembly that speaks the wire protocol. PGlite declares it, on types of
 * Emscripten that it does not ship, so what is used is declared here again.
 */
export interface PostgresBackend {
  /** Its memory; a new array whenever that has grown. */
  readonly HEAPU8: Uint8Array;
  addFunction(callback: (pointer: number, length: number) => number, signature: "ipi"): number;
  stackSave(): number;
  stackRestore(stack: number): void;
  /** Where the backend reads from and writes to, as a socket's `recv` and `send`. */
  _pgl_set_rw_cbs(read: number, write: number): void;
  /** Bytes read from the callback that the backend has not looked at yet. */
  _pq_buffer_remaining_data(): number;
  /** Reads one message and does what it says. Throws for an error, see `WireServer`. */
  _PostgresMainLoopOnce(): void;
  /** Reports the error to the client and cleans up, as the backend's own error handler. */
  _PostgresMainLongJmp(): void;
  _PostgresSendReadyForQueryIfNecessary(): void;
  _pgl_pq_flush(): void;
  /** Writes what a server answers to a start-up packet, up to the first ReadyForQuery. */
  _pgl_sendConnData(): void;
}
