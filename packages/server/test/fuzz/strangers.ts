import type { FuzzCaller } from "./FuzzRequest.ts";
import type { FuzzServer } from "./startFuzzServer.ts";

/** Claims that the host's own signature vouches for, though nobody should be called that. */
const claims: readonly Readonly<Record<string, unknown>>[] = [
  { sub: "" },
  { sub: "\0" },
  { sub: "\ud800" },
  { sub: "x".repeat(256) },
  { sub: 7 },
  { sub: ["ada"] },
  { sub: "ada", role: "service" },
  { sub: "ada", role: "root" },
  { sub: "ada", role: ["administrator"] },
  { sub: "ada", tenant: "" },
  { sub: "ada", tenant: 5 },
  { sub: "ada", tenant: "default'; --" },
  { sub: "ada", tenant: "DEFAULT" },
  { sub: "ada", tenant: "__proto__" },
  { sub: "ada", exp: "tomorrow" },
  { sub: "ada", nbf: 1e15 },
  { sub: "ada", aud: ["milepost", 1], exp: 0 },
];

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const body = { sub: "ada", role: "administrator", exp: 4e9, aud: "milepost" };

/** Tokens that nobody signed, or that are none. */
const forged: readonly string[] = [
  `${base64({ alg: "none" })}.${base64(body)}.`,
  `${base64({ alg: "HS256" })}.${base64(body)}.${base64("x")}`,
  `${base64({ alg: "ES256" })}.${base64(body)}.AAAA`,
  `${base64({ alg: "ES256", kid: 1 })}.${base64(body)}.${"A".repeat(86)}`,
  `${base64({ alg: "RS256", jwk: { kty: "RSA" } })}.${base64(body)}.AAAA`,
  `${base64({ alg: "ES256", crit: ["b64"], b64: false })}.${base64(body)}.AAAA`,
  `${base64({ alg: "ES256", zip: "DEF" })}.${base64(body)}.AAAA`,
  `${base64(null)}.${base64(null)}.AAAA`,
  "a.b.c.d.e",
  "....",
  "=",
  "mp_",
  `mp_${"x".repeat(4_000)}`,
  "mp_'--",
];

/** Of whom nothing is carried out. */
export async function strangers(token: FuzzServer["token"]): Promise<readonly FuzzCaller[]> {
  const signed = await Promise.all(claims.map((one) => token(one)));
  const bearers = [...signed, ...forged].map((credential) => `Bearer ${credential}`);
  const others = ["Basic YTpi", "Bearer", "Bearer  ", "bearer é", "Digest x", "Bearer a b", ""];
  return [...bearers, ...others].map((authorization, at) => ({
    name: `stranger ${at}`,
    tenant: null,
    authorization,
  }));
}
