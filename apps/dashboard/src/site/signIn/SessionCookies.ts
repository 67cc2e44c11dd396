import { parse, serialize } from "hono/utils/cookie";

/** Browsers keep 4,096 bytes of a cookie; a server here reads 16 KiB of a request's head. */
const partLength = 3_800;
const names = ["milepost_session", "milepost_session_1", "milepost_session_2"] as const;

/** A sealed session, in as many cookies as it needs. */
export class SessionCookies {
  readonly #secure: boolean;

  constructor({ secure }: { secure: boolean }) {
    this.#secure = secure;
  }

  /** The sealed session that a request carries; null where it carries none. */
  read(request: Request): string | null {
    const given = parse(request.headers.get("cookie") ?? "");
    const end = names.findIndex((name) => given[name] === undefined);
    const parts = names.slice(0, end === -1 ? names.length : end).map((name) => given[name]);
    return parts.length === 0 ? null : parts.join("");
  }

  /** Values of Set-Cookie; null where it is too large to be kept by a browser. */
  write(request: Request, sealed: string): string[] | null {
    if (sealed.length > partLength * names.length) return null;
    const given = parse(request.headers.get("cookie") ?? "");
    return names.flatMap((name, n) => {
      const part = sealed.slice(n * partLength, (n + 1) * partLength);
      if (part !== "") return [this.#cookie(name, part)];
      // Of a larger one before: it would be read as the end of this one.
      return given[name] === undefined ? [] : [this.#cookie(name, "", 0)];
    });
  }

  /** Values of Set-Cookie that take back what a request carries. */
  clear(request: Request): string[] {
    const given = parse(request.headers.get("cookie") ?? "");
    return names
      .filter((name) => given[name] !== undefined)
      .map((name) => this.#cookie(name, "", 0));
  }

  #cookie(name: string, value: string, maxAge?: number): string {
    return serialize(name, value, {
      path: "/admin",
      httpOnly: true,
      sameSite: "Lax",
      secure: this.#secure,
      // Without an age it ends with the browser; what it says ends by itself.
      ...(maxAge === undefined ? {} : { maxAge }),
    });
  }
}
