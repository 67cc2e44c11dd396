import pg from "pg";

/**
 * What refused a statement: the SQLSTATE, and the name of the constraint or guard where it has one.
 */
export interface Refused {
  readonly code: string | undefined;
  readonly constraint: string | undefined;
}

/** What the database refused `act` with; fails when it did not refuse. */
export async function whatRefuses(act: Promise<unknown>): Promise<Refused> {
  const error = await act.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) throw new Error("It was not refused.");
  if (!(error instanceof pg.DatabaseError)) throw error;
  return { code: error.code, constraint: error.constraint };
}
