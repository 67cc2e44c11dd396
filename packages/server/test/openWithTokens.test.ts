import { createApp } from "@milepost/server";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { audience, issuer, useApi } from "./support/useApi.ts";

describe("an open server that has keys for tokens", () => {
  const api = useApi("PostgreSQL");
  let send: (path: string, token?: string) => Promise<Response>;
  let token: (claims: object, expires?: string) => Promise<string>;
  beforeAll(async () => {
    const { publicKey, privateKey } = await generateKeyPair("ES256");
    const tokens = { keys: { keys: [await exportJWK(publicKey)] }, issuer, audience };
    const app = createApp({ pool: api.database.app, auth: { mode: "off", tokens } });
    send = async (path, credential) => {
      const headers = credential === undefined ? {} : { authorization: `Bearer ${credential}` };
      return app.request(`http://localhost${path}`, { headers });
    };
    token = (claims, expires = "5m") =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: "ES256" })
        .setIssuer(issuer)
        .setAudience(audience)
        .setExpirationTime(expires)
        .sign(privateKey);
    const params = { path: { course: "fs" } };
    const body = { title: "Fire", lessons: [{ id: "fs-1", title: "One" }] };
    const client = api.client(api.service);
    await client.PUT("/v1/courses/{course}", { params, body });
    for (const learner of ["ada", "ben"]) {
      const path = { course: "fs", learner };
      await client.PUT("/v1/courses/{course}/enrollments/{learner}", { params: { path } });
    }
  });

  test("who shows none may do everything", async () => {
    expect((await send("/v1/learners/ben/courses/fs")).status).toBe(200);
    expect((await send("/v1/reports/courses")).status).toBe(200);
  });

  test("who shows a learner's may do what a learner may", async () => {
    const ada = await token({ sub: "ada" });
    expect((await send("/v1/learners/ada/courses/fs", ada)).status).toBe(200);
    expect((await send("/v1/learners/ben/courses/fs", ada)).status).toBe(403);
    expect((await send("/v1/reports/courses", ada)).status).toBe(403);
  });

  test("who shows a bad one is nobody, and not everybody", async () => {
    for (const bad of [await token({ sub: "ada" }, "-1m"), "mp_none", "none"]) {
      expect((await send("/v1/learners/ada/courses/fs", bad)).status).toBe(401);
    }
  });
});
