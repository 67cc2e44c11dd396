import { connect, type Socket } from "node:net";

/** A connection of which all that it answered can be waited for. */
export class Wire {
  readonly socket: Socket;
  text = "";
  readonly closed: Promise<string>;

  constructor(url: string) {
    this.socket = connect(Number(new URL(url).port), "127.0.0.1");
    this.closed = new Promise((resolve) => {
      this.socket.on("data", (chunk) => {
        this.text += chunk;
      });
      this.socket.on("error", () => {});
      this.socket.on("close", () => resolve(this.text));
    });
  }

  /** Lines, the last without an end of its own. A character is a byte. */
  send(...lines: string[]): this {
    this.socket.write(lines.join("\r\n"), "latin1");
    return this;
  }

  /** Resolves once it has answered what matches. */
  async until(pattern: RegExp): Promise<string> {
    while (!pattern.test(this.text)) {
      await new Promise((resolve) => this.socket.once("data", resolve));
    }
    return this.text;
  }
}
