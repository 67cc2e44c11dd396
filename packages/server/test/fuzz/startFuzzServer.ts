import { createLogger, readConfig, type Serving, serve } from "@milepost/server";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import type pg from "pg";

export interface FuzzServer extends Serving {
  /** What it logged as an error, line by line. */
  readonly errors: readonly string[];
  /** A token of the issuer that the server trusts, good for a day where the claims say nothing. */
  token(claims: Readonly<Record<string, unknown>>): Promise<string>;
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
      new SignJWT({ iss: issuer, aud: audience, exp: Date.now() / 1_000 + 86_400, ...claims })
        .setProtectedHeader({ alg: "ES256" })
        .sign(privateKey),
  };
}
