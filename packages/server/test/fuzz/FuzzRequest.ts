/** Who sends a request. */
export interface FuzzCaller {
  /** Such as `service` or `learner of another tenant`: for whoever reads a finding. */
  readonly name: string;
  /** Whose data it may be told. Null where it is nobody's credential, which nothing is told. */
  readonly tenant: string | null;
  /** The Authorization header; null for none. */
  readonly authorization: string | null;
}

/** A request in the bytes that it is sent in. */
export interface FuzzRequest {
  /** Of the operation that it was made for, or `stray`. */
  readonly operation: string;
  readonly caller: FuzzCaller;
  readonly method: string;
  /** Path and query as they stand in the request line. */
  readonly target: string;
  /** In order; a name may come more than once. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array | null;
  /** HTTP itself may refuse it: a Content-Length that is none, or another than the body's. */
  readonly isMalformed: boolean;
}
