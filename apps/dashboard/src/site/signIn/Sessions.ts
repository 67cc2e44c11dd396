import { hash } from "node:crypto";
import { ResponseBodyError } from "openid-client";
import type { Provider, Tokens } from "./Provider.ts";
import { Sealer } from "./Sealer.ts";
import { SessionCookies } from "./SessionCookies.ts";
import type { SignInOptions } from "./SignInOptions.ts";

/** Somebody who is signed in, as their browser keeps it. */
export interface Session extends Tokens {
  /** When they have to sign in again, however often it was refreshed. */
  readonly endsAt: number;
}

/** Who sent a request, and values of Set-Cookie that the answer has to carry. */
export interface Held {
  readonly session: Session | null;
  readonly cookies: readonly string[];
}

const longestMs = 12 * 3_600_000;
/** An access token with less than this left is refreshed first. */
const nearlyMs = 30_000;
/** For how long who asks with the old refresh token is given what it was exchanged for. */
const sharedMs = 30_000;

/**
 * The sessions of administrators. Nothing of one is kept here: their browser has it, sealed, and
 * whichever server has the key reads it.
 */
export class Sessions {
  readonly #provider: Provider;
  readonly #sealer: Sealer;
  readonly #cookies: SessionCookies;
  readonly #now: () => Date;
  readonly #refreshes = new Map<string, { until: number; outcome: Promise<Session> }>();

  constructor(options: SignInOptions, provider: Provider) {
    this.#provider = provider;
    this.#sealer = new Sealer(options.sessionKey, "session");
    this.#cookies = new SessionCookies({ secure: options.publicUrl.protocol === "https:" });
    this.#now = options.now ?? (() => new Date());
  }

  /** Values of Set-Cookie that begin a session; null where its tokens are too large for cookies. */
  begin(request: Request, tokens: Tokens): Promise<string[] | null> {
    return this.#write(request, { ...tokens, endsAt: this.#now().getTime() + longestMs });
  }

  /** Whoever is signed in, with an access token that is good for a while if one can be had. */
  async read(request: Request): Promise<Held> {
    const sealed = this.#cookies.read(request);
    if (sealed === null) return { session: null, cookies: [] };
    const now = this.#now();
    // Nobody but us seals: what opens is a session.
    const session = (await this.#sealer.open(sealed, now)) as Session | null;
    if (session === null) return this.clear(request);
    const left = session.expiresAt - now.getTime();
    const { refreshToken } = session;
    if (left > nearlyMs || refreshToken === null) return { session, cookies: [] };
    try {
      const next = await this.#refresh({ ...session, refreshToken });
      const cookies = await this.#write(request, next);
      return cookies === null ? this.clear(request) : { session: next, cookies };
    } catch (error) {
      if (left > 0) return { session, cookies: [] };
      const isOver = error instanceof ResponseBodyError && error.error === "invalid_grant";
      // Where the provider could not be reached, it may be the next time.
      return isOver ? this.clear(request) : { session: null, cookies: [] };
    }
  }

  /** Nobody, with values of Set-Cookie that take a session back. */
  clear(request: Request): Held {
    return { session: null, cookies: this.#cookies.clear(request) };
  }

  async #write(request: Request, session: Session): Promise<string[] | null> {
    const sealed = await this.#sealer.seal(session, new Date(endOf(session)));
    return this.#cookies.write(request, sealed);
  }

  /**
   * Once for all requests of a page, which are sent together: a provider that gives a new refresh
   * token each time takes the old one, shown again, for stolen.
   */
  #refresh(session: Session & { readonly refreshToken: string }): Promise<Session> {
    const now = this.#now().getTime();
    for (const [key, { until }] of this.#refreshes) if (until <= now) this.#refreshes.delete(key);
    const key = hash("sha256", session.refreshToken, "base64");
    const known = this.#refreshes.get(key);
    if (known !== undefined) return known.outcome;
    const outcome = this.#provider
      .refresh(session)
      .then((tokens) => ({ ...tokens, endsAt: session.endsAt }));
    this.#refreshes.set(key, { until: now + sharedMs, outcome });
    outcome.catch((error: unknown) => {
      if (!(error instanceof ResponseBodyError)) this.#refreshes.delete(key);
    });
    return outcome;
  }
}

/** When a session is over at the latest, in milliseconds since 1970. */
export function endOf({ refreshToken, expiresAt, endsAt }: Session): number {
  return refreshToken === null ? Math.min(expiresAt, endsAt) : endsAt;
}
