import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { Problem } from "./Problem.ts";
import { problemJson } from "./problemResponse.ts";
import type { ProblemCode } from "./problems.ts";

/** What Node's parser gives up on; anything else is no HTTP. */
const codes: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: "headers_too_large",
  ERR_HTTP_REQUEST_TIMEOUT: "request_too_slow",
};

interface ParserError extends Error {
  readonly code?: string;
  /** What the parser gave up on. */
  readonly rawPacket?: Buffer;
}

/** Answers a connection on which no request could be made out, as a problem like all others. */
export function answerSocket(error: ParserError, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = new Problem(codes[error.code ?? ""] ?? "request_invalid");
  const { status } = problem.kind;
  const body = problemJson(problem);
  // As far as it can be told, an answer to HEAD has no body: its client would take one for the
  // beginning of another answer.
  const isHead = error.rawPacket?.subarray(0, 5).toString("latin1") === "HEAD ";
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      "Connection: close",
      "Content-Type: application/problem+json",
      `Content-Length: ${Buffer.byteLength(body)}`,
      "",
      isHead ? "" : body,
    ].join("\r\n"),
  );
}
