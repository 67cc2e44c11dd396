interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly origin: string;
}

/** A browser without a page: it keeps cookies, and goes where it is sent. */
export class Visitor {
  readonly #own: (request: Request) => Promise<Response>;
  readonly #origin: string;
  cookies: Cookie[] = [];
  /** Set-Cookie as it was answered last, whole. */
  lastSet: string[] = [];

  /** @param own - answers what goes to `origin`, in the place of a network */
  constructor(origin: string, own: (request: Request) => Promise<Response>) {
    this.#origin = origin;
    this.#own = own;
  }

  /** Another browser with the same cookies, as whoever copied them has. */
  copy(): Visitor {
    const other = new Visitor(this.#origin, this.#own);
    other.cookies = [...this.cookies];
    return other;
  }

  /** Loses all that another site had it keep. */
  forget(origin: string): void {
    this.cookies = this.cookies.filter((one) => one.origin !== origin);
  }

  /** One request, whose answer may send elsewhere. */
  async send(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const to = new URL(url, this.#origin);
    const headers = new Headers(init.headers);
    const fitting = this.cookies.filter(
      ({ origin, path }) => origin === to.origin && `${to.pathname}/`.startsWith(path),
    );
    const text = fitting.map(({ name, value }) => `${name}=${value}`).join("; ");
    if (text !== "") headers.set("cookie", text);
    const request = new Request(to, { ...init, headers, redirect: "manual" });
    const answer = await (to.origin === this.#origin ? this.#own(request) : fetch(request));
    this.lastSet = answer.headers.getSetCookie();
    for (const set of this.lastSet) this.#keep(set, to);
    return answer;
  }

  /** Goes where it is sent until there is a page; with the address of that page. */
  async go(url: string | URL, init?: RequestInit): Promise<{ page: Response; at: URL }> {
    let at = new URL(url, this.#origin);
    let page = await this.send(at, init);
    for (let hop = 0; hop < 10 && page.status >= 300 && page.status < 400; hop++) {
      at = new URL(page.headers.get("location") ?? "", at);
      page = await this.send(at);
    }
    return { page, at };
  }

  /** Signs in with an account of the provider, from wherever that begins. */
  async signIn(account: string, { to, from }: { to?: string; from?: URL } = {}) {
    const query = to === undefined ? "" : `?${new URLSearchParams({ to })}`;
    const asked = await this.go(from ?? `/admin/sign-in${query}`);
    if (!asked.at.pathname.startsWith("/interaction/")) return asked;
    return this.go(asked.at, { method: "POST", body: new URLSearchParams({ account }) });
  }

  #keep(set: string, from: URL): void {
    const [pair = "", ...attributes] = set.split("; ");
    const name = pair.slice(0, pair.indexOf("="));
    const value = pair.slice(name.length + 1);
    const path = /path=([^;]*)/i.exec(set)?.[1] ?? "/";
    const isOver = attributes.some((one) => /^(max-age=0$|expires=.*1970)/i.test(one));
    const isSame = (one: Cookie) =>
      one.name === name && one.origin === from.origin && one.path === path;
    this.cookies = this.cookies.filter((one) => !isSame(one));
    if (!isOver) this.cookies.push({ name, value, path, origin: from.origin });
  }
}
