/** What a request may take. Each has a problem of its own when it takes more. */
export interface Limits {
  /** Bytes of a body. */
  readonly bodyBytes: number;
  /** Bytes of a batch of events, enrollments or group members. */
  readonly largeBodyBytes: number;
  /** Milliseconds from a request's first byte to its answer. */
  readonly requestMs: number;
  /** Requests that wait for a connection, or facts for a call; the next one is turned away. */
  readonly waiting: number;
  /** Streams of events at once; the next one is turned away. */
  readonly streams: number;
}

const mebibyte = 1024 * 1024;

export const defaultLimits: Limits = {
  bodyBytes: mebibyte,
  largeBodyBytes: 8 * mebibyte,
  requestMs: 30_000,
  waiting: 1_000,
  streams: 1_000,
};

/** Bytes of a request's head, its line with the URL included: Node's own limit, stated. */
export const headBytes = 16 * 1024;
