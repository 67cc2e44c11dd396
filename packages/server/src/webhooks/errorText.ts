import { ClosedAddressError } from "./guardedLookup.ts";

const noAnswer = "No answer in time.";

/** What the errors of a connection mean to whoever reads the list of failures. */
const texts: Readonly<Record<string, string>> = {
  ENOTFOUND: "The host name leads to no address.",
  EAI_AGAIN: "The host name could not be looked up.",
  ECONNREFUSED: "The connection was refused.",
  ECONNRESET: "The connection was reset.",
  EHOSTUNREACH: "The host cannot be reached.",
  ENETUNREACH: "The host cannot be reached.",
  ETIMEDOUT: noAnswer,
  UND_ERR_CONNECT_TIMEOUT: noAnswer,
  UND_ERR_HEADERS_TIMEOUT: noAnswer,
  UND_ERR_BODY_TIMEOUT: noAnswer,
  UND_ERR_SOCKET: "The connection broke off.",
};

/** Why there was no answer, in a few words of ours: an error may quote what was sent. */
export function errorText(error: unknown): string {
  if (error instanceof AggregateError) return errorText(error.errors[0]);
  if (!(error instanceof Error)) return "The request failed.";
  if (error instanceof ClosedAddressError) return error.message;
  if (error.name === "TimeoutError") return noAnswer;
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  return texts[code] ?? `The request failed (${code.slice(0, 100)}).`;
}
