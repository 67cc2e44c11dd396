import { type DestinationStream, type Logger, pino } from "pino";
import type { LogLevel } from "./config/readConfig.ts";

/** Where credentials could stand, should anyone ever log a request whole. */
const secret = ["authorization", "cookie", "idempotency-key"].flatMap((name) => [
  `headers["${name}"]`,
  `*.headers["${name}"]`,
]);

/** A JSON line for every request and every trouble, on standard output unless told otherwise. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = { level, base: null, redact: secret };
  return destination ? pino(options, destination) : pino(options);
}
