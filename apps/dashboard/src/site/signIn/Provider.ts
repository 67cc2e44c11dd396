import { decodeJwt } from "jose";
import * as oidc from "openid-client";
import type { SignInOptions } from "./SignInOptions.ts";

/** What the provider gives for a sign-in, and again when it is refreshed. */
export interface Tokens {
  /** A JWT, which the API verifies. */
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly idToken: string | null;
  /** What the person is called; null where the provider does not say. */
  readonly name: string | null;
  /** When the access token is over, in milliseconds since 1970. */
  readonly expiresAt: number;
}

/** What has to be known again when the browser comes back from the provider. */
export interface Flow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where in the dashboard to go on. */
  readonly to: string;
}

/** The provider gave an access token that is none for the API. */
export class UnusableToken extends Error {
  override readonly name = "UnusableToken";
  readonly code = "access_token_is_no_jwt";
}

const timeoutSeconds = 5;

/** The host's OpenID Connect provider. */
export class Provider {
  readonly #options: SignInOptions;
  #known: Promise<oidc.Configuration> | undefined;

  constructor(options: SignInOptions) {
    this.#options = options;
  }

  /** Where to send a browser, and what to know when it comes back. */
  async begin(to: string, { prompt }: { prompt: string | null }): Promise<[URL, Flow]> {
    const known = await this.#configuration();
    const verifier = oidc.randomPKCECodeVerifier();
    const flow = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier, to };
    const url = oidc.buildAuthorizationUrl(known, {
      redirect_uri: new URL("/admin/callback", this.#options.publicUrl).href,
      scope: this.#options.scope,
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      ...(prompt === null ? {} : { prompt }),
      ...this.#target(),
    });
    return [url, flow];
  }

  /** The tokens for what the provider sent a browser back with. */
  async exchange(search: string, { state, nonce, verifier }: Flow): Promise<Tokens> {
    const known = await this.#configuration();
    const returned = new URL(`/admin/callback${search}`, this.#options.publicUrl);
    const checks = {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    };
    const given = await oidc.authorizationCodeGrant(known, returned, checks, this.#target());
    return this.#read(given);
  }

  /** Tokens in place of those that run out. What is not given anew stays as it was. */
  async refresh(session: Tokens & { readonly refreshToken: string }): Promise<Tokens> {
    const known = await this.#configuration();
    const { refreshToken, idToken, name } = session;
    const given = this.#read(await oidc.refreshTokenGrant(known, refreshToken, this.#target()));
    return {
      ...given,
      refreshToken: given.refreshToken ?? refreshToken,
      idToken: given.idToken ?? idToken,
      name: given.name ?? name,
    };
  }

  /** Withdraws the refresh token. Answers where the browser signs out there; null where nowhere. */
  async end({ refreshToken, idToken }: Tokens): Promise<URL | null> {
    const known = await this.#configuration();
    const { revocation_endpoint, end_session_endpoint } = known.serverMetadata();
    if (refreshToken !== null && revocation_endpoint !== undefined) {
      const about = { token_type_hint: "refresh_token" };
      // Whether it works or not: the person wants to be out.
      await oidc.tokenRevocation(known, refreshToken, about).catch(() => undefined);
    }
    if (end_session_endpoint === undefined) return null;
    return oidc.buildEndSessionUrl(known, {
      post_logout_redirect_uri: new URL("/admin", this.#options.publicUrl).href,
      ...(idToken === null ? {} : { id_token_hint: idToken }),
    });
  }

  #target(): Record<string, string> {
    const { resource, audience } = this.#options;
    return {
      ...(resource === null ? {} : { resource }),
      ...(audience === null ? {} : { audience }),
    };
  }

  /** Asked of the provider when it is needed first, so that a server starts without it. */
  #configuration(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.#options;
    this.#known ??= oidc
      .discovery(issuer, clientId, undefined, authenticateClient(clientSecret), {
        timeout: timeoutSeconds,
        // By the configuration, on this machine only.
        ...(issuer.protocol === "http:" ? { execute: [oidc.allowInsecureRequests] } : {}),
      })
      .catch((error: unknown) => {
        this.#known = undefined;
        throw error;
      });
    return this.#known;
  }

  #read(given: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers): Tokens {
    const now = (this.#options.now?.() ?? new Date()).getTime();
    const end = endOfJwt(given.access_token);
    const seconds = given.expiresIn();
    const claims = given.claims();
    const name = [claims?.name, claims?.preferred_username, claims?.email].find(
      (value) => typeof value === "string" && value !== "",
    );
    return {
      accessToken: given.access_token,
      refreshToken: given.refresh_token ?? null,
      idToken: given.id_token ?? null,
      name: typeof name === "string" ? name.slice(0, 100) : null,
      expiresAt: seconds === undefined ? end : now + seconds * 1_000,
    };
  }
}

/** By what the provider says it takes; without a word of it, as the standard has it. */
function authenticateClient(secret: string | null): oidc.ClientAuth {
  if (secret === null) return oidc.None();
  return (server, client, body, headers) => {
    const takes = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    const isBasic = takes.includes("client_secret_basic");
    const authenticate = isBasic ? oidc.ClientSecretBasic(secret) : oidc.ClientSecretPost(secret);
    authenticate(server, client, body, headers);
  };
}

/** @throws {@link UnusableToken} where it is no JWT: the API could not verify it. */
function endOfJwt(accessToken: string): number {
  try {
    return (decodeJwt(accessToken).exp ?? 0) * 1_000;
  } catch (cause) {
    throw new UnusableToken("The access token is no JWT.", { cause });
  }
}
