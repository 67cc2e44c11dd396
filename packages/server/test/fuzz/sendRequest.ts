import { Agent, type IncomingMessage, request as open } from "node:http";
import type { FuzzAnswer, NoAnswer } from "./FuzzAnswer.ts";
import type { FuzzRequest } from "./FuzzRequest.ts";

/** What takes longer than any request of this size may is a hang. */
export const hangMs = 10_000;

/** Connections that are kept, so that what one request leaves behind meets the next. */
const kept = new Agent({ keepAlive: true, maxSockets: 32 });

/** Sends a request in its own bytes, as `fetch` would not, and reads what comes back. */
export function sendRequest(url: string, request: FuzzRequest): Promise<FuzzAnswer | NoAnswer> {
  const { hostname, port, host } = new URL(url);
  const { method, target: path, body, caller, isMalformed } = request;
  const sized = request.headers.some(([name]) => name === "content-length");
  const headers = [
    ["host", host],
    // What a wrong length leaves over would be read as the next request.
    ["connection", isMalformed ? "close" : "keep-alive"],
    ...(caller.authorization === null ? [] : [["authorization", caller.authorization]]),
    ...request.headers,
    ...(body === null || sized ? [] : [["transfer-encoding", "chunked"]]),
  ].flat();
  return new Promise((resolve) => {
    const agent = isMalformed ? false : kept;
    const sent = open({ hostname, port, method, path, headers, agent });
    const give = (answer: FuzzAnswer | NoAnswer) => {
      clearTimeout(timer);
      resolve(answer);
      if (typeof answer === "string") sent.destroy();
    };
    const timer = setTimeout(() => give("hang"), hangMs);
    sent.on("error", () => give("cut off"));
    sent.on("response", (response) => {
      // An end to wait for, it has none.
      if (response.headers["content-type"] === "text/event-stream") {
        give(answerOf(response, []));
        sent.destroy();
        return;
      }
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => give(answerOf(response, chunks)));
      response.on("error", () => give("cut off"));
    });
    sent.end(body ?? undefined);
  });
}

function answerOf(response: IncomingMessage, chunks: readonly Buffer[]): FuzzAnswer {
  const headers = Object.entries(response.headersDistinct).map(
    ([name, values]) => [name, values?.join(", ") ?? ""] as const,
  );
  const body = Buffer.concat(chunks);
  return { status: response.statusCode ?? 0, headers: Object.fromEntries(headers), body };
}
