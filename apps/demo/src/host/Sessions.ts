import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";

const issuer = "https://academy.example";
const audience = "milepost";
const tokenSeconds = 300;

/** What Milepost verifies the academy's tokens with. */
export interface IssuedTokens {
  readonly keys: { readonly keys: JWK[] };
  readonly issuer: string;
  readonly audience: string;
}

/**
 * The academy's own part in who is who: it knows its learners by a cookie, and signs for each a
 * token that Milepost verifies by the academy's public key. A key of this process alone.
 */
export class Sessions {
  readonly tokens: IssuedTokens;
  readonly #key: CryptoKey;

  private constructor(key: CryptoKey, jwk: JWK) {
    this.#key = key;
    this.tokens = { keys: { keys: [{ ...jwk, alg: "ES256", use: "sig" }] }, issuer, audience };
  }

  /** With a new key pair. */
  static async create(): Promise<Sessions> {
    const { publicKey, privateKey } = await generateKeyPair("ES256");
    return new Sessions(privateKey, await exportJWK(publicKey));
  }

  /** A token for one learner, good for five minutes. */
  issue(learner: string): Promise<string> {
    return new SignJWT({ role: "learner" })
      .setProtectedHeader({ alg: "ES256" })
      .setSubject(learner)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${tokenSeconds}s`)
      .sign(this.#key);
  }
}
