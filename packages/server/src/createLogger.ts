import { type DestinationStream, type Logger, pino } from "pino";
import type { LogLevel } from "./config/readConfig.ts";

/**
 * What must not reach a log: credentials, should anyone log a request whole, and PostgreSQL's
 * `detail`, which quotes the row that failed with all that it says of a person.
 */
const secret = [
  ...["authorization", "cookie", "idempotency-key"].flatMap((name) => [
    `headers["${name}"]`,
    `*.headers["${name}"]`,
  ]),
  "err.detail",
  "err.cause.detail",
];

/** A JSON line for every request and every trouble, on standard output unless told otherwise. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = { level, base: null, redact: secret };
  return destination ? pino(options, destination) : pino(options);
}
