import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { type AppOptions, createApp } from "@milepost/server";
import {
  exportJWK,
  exportSPKI,
  type GenerateKeyPairResult,
  generateKeyPair,
  importJWK,
  type JWTPayload,
  SignJWT,
} from "jose";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { useDatabase } from "../../../tests/support/useDatabase.ts";

const issuer = "https://academy.example";
const audience = "milepost";
const now = new Date("2026-03-01T12:00:00Z");
const seconds = (offset: number) => Math.floor(now.getTime() / 1_000) + offset;
const good = { sub: "ada", iss: issuer, aud: audience, exp: seconds(60) };
const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");

describe("tokens", () => {
  const database = useDatabase("PostgreSQL");
  let ecPair: GenerateKeyPairResult;
  let rsaPair: GenerateKeyPairResult;
  let fetch: (request: Request) => Response | Promise<Response>;

  const appWith = (auth: AppOptions["auth"]) =>
    createApp({ pool: database.app, auth, now: () => now }).fetch;

  beforeAll(async () => {
    ecPair = await generateKeyPair("ES256");
    rsaPair = await generateKeyPair("RS256", { extractable: true });
    const keys = [
      { ...(await exportJWK(ecPair.publicKey)), kid: "ec" },
      { ...(await exportJWK(rsaPair.publicKey)), kid: "rsa" },
    ];
    fetch = appWith({ mode: "keys", tokens: { keys: { keys }, issuer, audience } });
  });

  const call = async (token: string, handle = fetch) =>
    handle(
      new Request("http://localhost/v1/learners/ada/courses", {
        headers: { authorization: `Bearer ${token}` },
      }),
    );
  const sign = (claims: JWTPayload, { alg = "ES256", key = ecPair.privateKey, kid = "ec" } = {}) =>
    new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(key);

  // Learner ada is not there, so whoever gets past the door is answered 404.
  const accepted = 404;

  test("a token of ES256 or RS256 is accepted", async () => {
    expect((await call(await sign(good))).status).toBe(accepted);
    const rsa = await sign(good, { alg: "RS256", key: rsaPair.privateKey, kid: "rsa" });
    expect((await call(rsa)).status).toBe(accepted);
  });

  test.each<[string, JWTPayload]>([
    ["that has expired", { ...good, exp: seconds(-6) }],
    ["without an end", { sub: "ada", iss: issuer, aud: audience }],
    ["that does not count yet", { ...good, nbf: seconds(60) }],
    ["for someone else", { ...good, aud: "another" }],
    ["for no one", { sub: "ada", iss: issuer, exp: seconds(60) }],
    ["of another issuer", { ...good, iss: "https://evil.example" }],
    ["of no issuer", { sub: "ada", aud: audience, exp: seconds(60) }],
    ["about no one", { iss: issuer, aud: audience, exp: seconds(60) }],
    ["about an empty id", { ...good, sub: "" }],
    ["about an id of 256 characters", { ...good, sub: "x".repeat(256) }],
    ["about an id with NUL", { ...good, sub: "a\0" }],
    ["with a role that does not exist", { ...good, role: "owner" }],
    ["with the role of a program", { ...good, role: "service" }],
    ["with a role that is no text", { ...good, role: ["administrator"] }],
    ["with a tenant that is no name", { ...good, tenant: "a b" }],
    ["with a tenant that is no text", { ...good, tenant: 1 }],
  ])("a token %s is refused", async (_, claims) => {
    const response = await call(await sign(claims));
    expect(await response.json()).toMatchObject({ status: 401, code: "token_invalid" });
  });

  test("a clock that is 5 seconds behind ours is forgiven", async () => {
    expect((await call(await sign({ ...good, exp: seconds(-4) }))).status).toBe(accepted);
  });

  test("a token without a signature is refused", async () => {
    const token = `${encode({ alg: "none" })}.${encode(good)}.`;
    expect((await call(token)).status).toBe(401);
  });

  test("a token signed with the public key as a secret is refused", async () => {
    for (const secret of [
      await exportSPKI(rsaPair.publicKey),
      JSON.stringify(await exportJWK(rsaPair.publicKey)),
    ]) {
      const signed = `${encode({ alg: "HS256", kid: "rsa" })}.${encode(good)}`;
      const mac = createHmac("sha256", secret).update(signed).digest("base64url");
      expect((await call(`${signed}.${mac}`)).status).toBe(401);
    }
  });

  test("a token of another algorithm is refused, even by a key that we have", async () => {
    const key = await importJWK(await exportJWK(rsaPair.privateKey), "PS256");
    const token = await new SignJWT(good)
      .setProtectedHeader({ alg: "PS256", kid: "rsa" })
      .sign(key);
    expect((await call(token)).status).toBe(401);
  });

  test("a shared secret among the keys verifies nothing", async () => {
    const secret = "s".repeat(32);
    const k = Buffer.from(secret).toString("base64url");
    const keys = { keys: [{ kty: "oct", kid: "shared", alg: "HS256", k }] };
    const handle = appWith({ mode: "keys", tokens: { keys, issuer, audience } });
    const token = await new SignJWT(good)
      .setProtectedHeader({ alg: "HS256", kid: "shared" })
      .sign(Buffer.from(secret));
    expect((await call(token, handle)).status).toBe(401);
  });

  test("a token that brings its own key is refused", async () => {
    const own = await generateKeyPair("ES256");
    const jwk = await exportJWK(own.publicKey);
    const token = await new SignJWT(good)
      .setProtectedHeader({ alg: "ES256", kid: "ec", jwk })
      .sign(own.privateKey);
    expect((await call(token)).status).toBe(401);
    const unknown = await sign(good, { key: own.privateKey, kid: "unknown" });
    expect((await call(unknown)).status).toBe(401);
  });

  test("a token of which a claim was changed is refused", async () => {
    const [head, , signature] = (await sign(good)).split(".");
    const token = `${head}.${encode({ ...good, role: "administrator" })}.${signature}`;
    expect((await call(token)).status).toBe(401);
  });

  test("without keys to verify them, no token is accepted", async () => {
    const response = await call(await sign(good), appWith({ mode: "keys" }));
    expect(await response.json()).toMatchObject({ status: 401, code: "token_invalid" });
  });

  test("keys are fetched once, and 503 answers while they can't be", async () => {
    const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(ecPair.publicKey)), kid: "ec" }] });
    const answers = [
      { status: 500, body: "" },
      { status: 200, body: "<html>" },
      { status: 200, body: jwks },
    ];
    const asked: number[] = [];
    const { keys, close } = await serveKeys(() => {
      const answer = answers[asked.length] ?? { status: 500, body: "" };
      asked.push(answer.status);
      return answer;
    });
    const handle = appWith({ mode: "keys", tokens: { keys, issuer, audience } });
    const token = await sign(good);
    for (const _ of ["failing", "nonsense"]) {
      const response = await call(token, handle);
      expect(await response.json()).toMatchObject({ status: 503, code: "tokens_unverifiable" });
      expect(response.headers.get("retry-after")).toBe("1");
    }
    expect((await call(token, handle)).status).toBe(accepted);
    expect((await call(await sign({ ...good, jti: "2" }), handle)).status).toBe(accepted);
    expect(asked).toHaveLength(3);
    await close();
    const refused = appWith({ mode: "keys", tokens: { keys, issuer, audience } });
    expect((await call(token, refused)).status).toBe(503);
  });

  test("a key that its issuer rotates in is fetched, and one rotated out verifies no more", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const rotated = await generateKeyPair("ES256");
    let current = [{ ...(await exportJWK(ecPair.publicKey)), kid: "ec" }];
    const { keys, close } = await serveKeys(() => ({
      status: 200,
      body: JSON.stringify({ keys: current }),
    }));
    try {
      const handle = appWith({ mode: "keys", tokens: { keys, issuer, audience } });
      const withNew = (jti: string) =>
        sign({ ...good, jti }, { key: rotated.privateKey, kid: "new" });
      expect((await call(await sign(good), handle)).status).toBe(accepted);
      expect((await call(await withNew("1"), handle)).status).toBe(401);
      current = [{ ...(await exportJWK(rotated.publicKey)), kid: "new" }];
      // Unknown keys are looked for every half minute, or anybody could have them fetched at will.
      vi.setSystemTime(Date.now() + 31_000);
      expect((await call(await withNew("2"), handle)).status).toBe(accepted);
      expect((await call(await sign({ ...good, jti: "3" }), handle)).status).toBe(401);
    } finally {
      vi.useRealTimers();
      await close();
    }
  });
});

/** A key set at an address of its own. */
async function serveKeys(answer: () => { status: number; body: string }) {
  const server = createServer((_, response) => {
    const { status, body } = answer();
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    keys: new URL(`http://127.0.0.1:${port}/jwks`),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
