import type pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { inTransaction } from "./inTransaction.ts";
import { openEmbeddedDatabase } from "./openEmbeddedDatabase.ts";
import { openServerDatabase } from "./openServerDatabase.ts";

export type DatabaseKind = "PostgreSQL" | "embedded";

/** For `describe.each`: whatever Milepost answers, it answers on each of these. */
export const databaseKinds: readonly DatabaseKind[] = ["PostgreSQL", "embedded"];

/** A database that one test file has to itself. */
export interface OpenDatabase {
  /** A member of `milepost_app` and nothing else, as a server in operation is. */
  readonly app: pg.Pool;
  readonly superuser: pg.Pool;
  /** Of the superuser. */
  readonly databaseUrl: string | undefined;
  close(): Promise<void>;
}

export type Act<T> = (client: pg.ClientBase) => Promise<T>;

export interface TransactionOptions {
  /** Keep what was done. False when omitted: the transaction is rolled back. */
  readonly commit?: boolean;
}

export interface TestDatabase extends Omit<OpenDatabase, "close"> {
  readonly kind: DatabaseKind;
  /** Runs `act` in one transaction as the owner of the schema. */
  asOwner<T>(act: Act<T>, options?: TransactionOptions): Promise<T>;
  /** Runs `act` in one transaction as the application role. */
  asApp<T>(act: Act<T>, options?: TransactionOptions): Promise<T>;
}

/**
 * A migrated, empty database for the tests of the current `describe` or file,
 * gone after them. Its members can be read inside tests and hooks only.
 */
export function useDatabase(kind: DatabaseKind): TestDatabase {
  let opened: OpenDatabase | undefined;
  beforeAll(async () => {
    opened = await (kind === "embedded" ? openEmbeddedDatabase() : openServerDatabase());
  });
  afterAll(() => opened?.close());

  const open = (): OpenDatabase => {
    if (opened === undefined) throw new Error("The database is there inside tests and hooks only.");
    return opened;
  };
  return {
    kind,
    get app() {
      return open().app;
    },
    get superuser() {
      return open().superuser;
    },
    get databaseUrl() {
      return open().databaseUrl;
    },
    asOwner: (act, options) => inTransaction(open().superuser, "milepost_owner", act, options),
    asApp: (act, options) => inTransaction(open().superuser, "milepost_app", act, options),
  };
}
