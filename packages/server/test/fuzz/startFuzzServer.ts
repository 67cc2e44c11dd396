import { createLogger, readConfig, type Serving, serve } from "@milepost/server";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import type pg from "pg";

export interface FuzzServer extends Serving {
  /** What it logged as an error, line by line. */
  readonly errors: readonly string[];
  /** A learner's or an administrator's token, good for a day. */
  token(claims: { sub: string; role?: string; tenant?: string }): Promise<string>;
}

const issuer = "https://academy.example";
const audience = "milepost";

/** The server as it is in operation, over HTTP, with nothing to hold a fuzzer up. */
export async function startFuzzServer(pool: pg.Pool): Promise<FuzzServer> {
  const { publicKey, privateKey } = await generateKeyPair("ES256");
  const key = await exportJWK(publicKey);
  const errors: string[] = [];
  const logger = createLogger("error", { write: (line: string) => errors.push(line) });
  const config = readConfig({ PORT: "0", MILEPOST_METRICS: "on", MILEPOST_PERSON_RATE: "0" });
  const tokens = { keys: { keys: [key] }, issuer, audience };
  const serving = await serve({
    config: {
      ...config,
      auth: { mode: "keys", tokens },
      // Sends to this machine, where nobody listens on the port that the world's webhooks name.
      webhooks: { key: Buffer.alloc(32, 7), allow: ["127.0.0.1"] },
      shutdownMs: 1_000,
    },
    pool,
    logger,
  });
  return {
    ...serving,
    errors,
    token: (claims) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: "ES256" })
        .setIssuer(issuer)
        .setAudience(audience)
        .setExpirationTime("1d")
        .sign(privateKey),
  };
}
