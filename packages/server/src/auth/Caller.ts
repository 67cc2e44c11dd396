/**
 * `service`: a program of the host. `administrator`: reads and manages.
 * `learner`: writes their own facts and reads their own progress.
 */
export type Role = "service" | "administrator" | "learner";

/** Whoever sent a request, as their API key or token says. */
export interface Caller {
  readonly role: Role;
  readonly tenant: string;
  /**
   * For the ledger: a key's name, `learner`, or `administrator` with the person's own id at the
   * host; at most 269 characters, and never a learner's id.
   */
  readonly actor: string;
  /** The learner's own id; null for other roles. */
  readonly learner: string | null;
  /** Whose requests count together: a key, or the person a token names. Null for anybody's. */
  readonly credential: string | null;
  /** Whose saved views are theirs: the person a token names, an API key's name, or `open`. */
  readonly owner: string;
  /** What facts are counted under: a key's name, or the role of a token, or `open`. */
  readonly source: string;
  /** On an open server: no role is asked for. */
  readonly mayAll?: true;
}
