import { readFileSync } from "node:fs";
import type { WireServer } from "./WireServer.ts";

/**
 * How often to look, and so the longest that anything due waits for a moment without an open
 * transaction.
 */
const intervalMillis = 1_000;

const dueSql = readFileSync(new URL("../../sql/due_statement.sql", import.meta.url), "utf8");

/** Does what PostgreSQL's background processes would: one statement a second, where one is due. */
export function keepHouse(server: WireServer): void {
  let inputsKept = 0;
  setInterval(() => {
    if (server.inputsServed === inputsKept) return;
    const statement = server.query(dueSql);
    if (statement === null) inputsKept = server.inputsServed;
    else server.query(statement);
  }, intervalMillis);
}
