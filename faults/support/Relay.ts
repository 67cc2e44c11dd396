import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/**
 * An address of 127.0.0.1 behind which a server is exchanged for another, as a virtual address or
 * a name does in operation.
 */
export class Relay {
  readonly port: number;
  readonly #listener;
  readonly #sockets = new Set<Socket>();
  #target: number | undefined;

  private constructor(listener: ReturnType<typeof createServer>) {
    this.#listener = listener;
    this.port = (listener.address() as AddressInfo).port;
    listener.on("connection", (socket) => this.#join(socket));
  }

  static async listen(): Promise<Relay> {
    const listener = createServer();
    await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
    return new Relay(listener);
  }

  /** From now on to this port; undefined resets whoever is connected and whoever connects. */
  forward(target: number | undefined): void {
    this.#target = target;
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): void {
    this.forward(undefined);
    this.#listener.close();
  }

  #join(socket: Socket): void {
    if (this.#target === undefined) {
      socket.resetAndDestroy();
      return;
    }
    const far = connect(this.#target, "127.0.0.1");
    this.#keep(socket, far);
    this.#keep(far, socket);
    socket.pipe(far).pipe(socket);
  }

  /** Ends the other one when it ends; its errors are those of a connection that was cut. */
  #keep(socket: Socket, other: Socket): void {
    this.#sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => {
      this.#sockets.delete(socket);
      other.destroy();
    });
  }
}
