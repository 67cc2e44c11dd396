import { request } from "node:http";
import type { FuzzedRequest } from "./requestOf.ts";

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Of a stream that does not end, what it began with. */
  readonly body: Buffer;
}

/** As long as no answer may take: the server's own limit is shorter. */
export const hangMs = 15_000;

/**
 * Sends a request as it stands, where `fetch` would put its path in order, and answers what comes
 * back; undefined where the connection was closed without an answer.
 *
 * @throws {Error} `hung` where nothing came in time
 */
export function sendRaw(
  base: string,
  { method, path, headers, body }: FuzzedRequest,
  token: string | undefined,
): Promise<RawAnswer | undefined> {
  const { hostname, port } = new URL(base);
  const authorization = token === undefined ? [] : ["authorization", `Bearer ${token}`];
  const length = body === undefined ? [] : ["content-length", String(body.length)];
  const all = ["host", `${hostname}:${port}`, ...authorization, ...length, ...headers.flat()];
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers: all, agent: false });
    const timer = setTimeout(() => {
      reject(new Error("hung"));
      sent.destroy();
    }, hangMs);
    const end = (answer: RawAnswer | undefined) => {
      clearTimeout(timer);
      resolve(answer);
    };
    sent.on("response", (response) => {
      const chunks: Buffer[] = [];
      const pairs = Object.entries(response.headersDistinct).map(
        ([name, values = []]) => [name, values.join(", ")] as [string, string],
      );
      const answer = () =>
        end({
          status: response.statusCode ?? 0,
          headers: new Headers(pairs),
          body: Buffer.concat(chunks),
        });
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        if (response.headers["content-type"] !== "text/event-stream") return;
        answer();
        sent.destroy();
      });
      response.on("end", answer);
      response.on("error", () => answer());
    });
    // Closed in the middle of a body that is too large, say: what was answered before counts.
    sent.on("error", () => end(undefined));
    sent.end(body);
  });
}
