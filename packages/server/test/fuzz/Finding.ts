/** What is wrong with an answer. */
export type FindingKind =
  /** None within the time that it may take. */
  | "hang"
  /** The connection ended without one. */
  | "cut off"
  /** 500 or more. */
  | "server error"
  /** Its status, or its media type, is not the operation's. */
  | "status"
  | "media type"
  /** Its body is not what its schema says. */
  | "schema"
  /** A problem with a code that the status does not have there. */
  | "code"
  /** It tells how the server is made, or what another tenant has. */
  | "leak"
  /** Half of a surrogate pair, or NUL. */
  | "text"
  /** A cell that a spreadsheet would carry out. */
  | "formula";

export interface Finding {
  readonly kind: FindingKind;
  /** The operation that was asked, such as `putLearner`; `stray` where there is none. */
  readonly operation: string;
  readonly says: string;
}
