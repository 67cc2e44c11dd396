import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Requests of a connection that may wait; with one more it is cut off. */
const mostWaiting = 100;

/**
 * Takes the requests of a connection one after the other, as HTTP has it for those that write
 * (RFC 9112, 9.3.2). Node hands over at once what a client sent without waiting for answers: of two
 * writes the first could win, and a read after them see neither.
 */
export function inTurn(listener: RequestListener): RequestListener {
  const busy = new WeakMap<Socket, (() => void)[]>();

  const take = (request: IncomingMessage, response: ServerResponse, socket: Socket) => {
    response.once("close", () => {
      const next = busy.get(socket)?.shift();
      if (next === undefined) busy.delete(socket);
      else next();
    });
    listener(request, response);
  };
  return (request, response) => {
    const { socket } = request;
    const waiting = busy.get(socket);
    if (waiting === undefined) {
      busy.set(socket, []);
      take(request, response, socket);
    } else if (waiting.length >= mostWaiting) {
      socket.destroy();
    } else {
      // Where the connection is gone by then, nobody waits for an answer, and nothing was begun.
      waiting.push(() => socket.destroyed || take(request, response, socket));
    }
  };
}
