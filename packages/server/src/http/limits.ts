/** What a request may take. Each has a problem of its own when it takes more. */
export interface Limits {
  /** Bytes of a body. */
  readonly bodyBytes: number;
  /** Bytes of a batch of events or of enrollments. */
  readonly largeBodyBytes: number;
  /** Milliseconds from the first byte to the answer. */
  readonly requestMs: number;
}

const mebibyte = 1024 * 1024;

export const defaultLimits: Limits = {
  bodyBytes: mebibyte,
  largeBodyBytes: 8 * mebibyte,
  requestMs: 30_000,
};
