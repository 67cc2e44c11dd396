import {
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach } from "vitest";

/** A request as it arrived. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Receiver {
  /** With a port that nobody else has. */
  readonly url: string;
  /** What arrived since the test began. */
  readonly received: ReceivedRequest[];
  /** How each request is answered; with 200 at the beginning of each test. */
  answer: (request: ReceivedRequest, response: ServerResponse) => unknown;
  /** Resolves once so many requests have arrived. */
  until(count: number): Promise<void>;
}

/** A receiver of webhooks on this machine, for the current `describe` or file. */
export function useReceiver(): Receiver {
  let server: Server | undefined;
  let waiting: { count: number; resolve: () => void }[] = [];
  const ok: Receiver["answer"] = (_, response) => response.writeHead(200).end("{}");
  const receiver = { url: "", received: [] as ReceivedRequest[], answer: ok };

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const { method = "", url: path = "", headers } = request;
        const received = { method, path, headers, body: Buffer.concat(chunks).toString() };
        receiver.received.push(received);
        receiver.answer(received, response);
        waiting = waiting.filter(({ count, resolve }) => {
          if (receiver.received.length < count) return true;
          resolve();
          return false;
        });
      });
    });
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
    receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
  });
  beforeEach(() => {
    receiver.received.length = 0;
    receiver.answer = ok;
  });
  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
  });
  return Object.assign(receiver, {
    until: (count: number) =>
      new Promise<void>((resolve) => {
        if (receiver.received.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
  });
}
