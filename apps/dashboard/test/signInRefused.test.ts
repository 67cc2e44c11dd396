import { createServer } from "node:http";
import { createDashboard } from "@milepost/dashboard";
import { createApp } from "@milepost/server";
import { describe, expect, test } from "vitest";
import { freePort } from "../../../tests/support/freePort.ts";
import { useSignIn } from "./support/useSignIn.ts";

const begin = "/admin/sign-in?to=/admin/courses";
const again = "/admin/sign-in?to=%2Fadmin%2Fcourses";

describe("a sign-in that fails", () => {
  const tested = useSignIn();

  test("with another state says so, and where to begin again", async () => {
    const visitor = tested.visitor();
    await visitor.send(begin);
    const answer = await visitor.send("/admin/callback?code=secret-code&state=another");
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain("does not belong to the sign-in that began in this browser");
    expect(page).toContain(again);
    expect(page).not.toContain("secret-code");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(visitor.cookies.filter(({ name }) => name.startsWith("milepost"))).toEqual([]);
  });

  test("with a token for another nonce is none", async () => {
    const visitor = tested.visitor();
    const sent = await visitor.send(begin);
    const to = new URL(sent.headers.get("location") ?? "");
    to.searchParams.set("nonce", "another");
    const { page } = await visitor.signIn("grace", { from: to });
    expect(page.status).toBe(400);
    expect(await page.text()).toContain("does not belong to the sign-in");
    expect(await (await visitor.send("/admin/session")).json()).toMatchObject({ signedIn: false });
  });

  test("because it took too long says so", async () => {
    const visitor = tested.visitor();
    const asked = await visitor.go(begin);
    tested.later = 601;
    const body = new URLSearchParams({ account: "grace" });
    const { page } = await visitor.go(asked.at, { method: "POST", body });
    expect(page.status).toBe(400);
    expect(await page.text()).toContain("It took longer than ten minutes");
  });

  test("is not gone on with in another browser, and not done twice", async () => {
    const visitor = tested.visitor();
    const { at } = await visitor.go(begin);
    const body = new URLSearchParams({ account: "grace" });
    let answer = await visitor.send(at, { method: "POST", body });
    answer = await visitor.send(answer.headers.get("location") ?? "");
    const callback = answer.headers.get("location") ?? "";
    expect((await tested.visitor().send(callback)).status).toBe(400);
    const twice = visitor.copy();
    expect((await visitor.send(callback)).status).toBe(303);
    expect((await visitor.send(callback)).status).toBe(400);
    // With the cookie of the flow too: the provider takes a code once.
    const second = await twice.send(callback);
    expect(second.status).toBe(400);
    expect(await second.text()).toContain("invalid_grant");
  });

  test("because the provider turned it down repeats its code and no more", async () => {
    const visitor = tested.visitor();
    const sent = await visitor.send(begin);
    const state = new URL(sent.headers.get("location") ?? "").searchParams.get("state") ?? "";
    const query = { error: "access_denied", error_description: "<b>", state };
    const search = new URLSearchParams({ ...query, iss: tested.provider.issuer });
    const answer = await visitor.send(`/admin/callback?${search}`);
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain("access_denied");
    expect(page).not.toContain("<b>");
  });

  test.each([
    ["invalid_client", { clientSecret: "wrong" }],
    ["access_token_is_no_jwt", { resource: null }],
  ])("because of how it is set up says %s", async (code, more) => {
    const { page } = await tested.visitor(more).signIn("grace");
    expect(page.status).toBe(502);
    expect(await page.text()).toContain(code);
  });

  test("because tokens are too large for a browser says so", async () => {
    const { page } = await tested.visitor().signIn("endless");
    expect(page.status).toBe(502);
    expect(await page.text()).toContain("tokens_too_large");
  });

  test("because the provider is away says so, and works once it is there", async () => {
    const port = await freePort();
    const issuer = `http://127.0.0.1:${port}`;
    const visitor = tested.visitor({ issuer: new URL(issuer) });
    const answer = await visitor.send(begin);
    expect(answer.status).toBe(502);
    expect(await answer.text()).toContain("ECONNREFUSED");
    const known = { issuer, authorization_endpoint: `${issuer}/auth` };
    const server = createServer((_, response) => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(known));
    });
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    const sent = await visitor.send(begin);
    server.closeAllConnections();
    server.close();
    expect(sent.headers.get("location")).toMatch(`${issuer}/auth?`);
  });
});

describe("without sign-in", () => {
  const tested = useSignIn();
  const appOf = (auth: { mode: "keys" | "off" }) =>
    createApp({ pool: tested.database.app, auth, sites: [createDashboard()] });
  const none = { signedIn: false, name: null, expiresAt: null };

  test("a server says that it is not set up", async () => {
    const app = appOf({ mode: "keys" });
    const session = await app.request("http://127.0.0.1/admin/session");
    expect(await session.json()).toEqual({ ...none, signIn: "unconfigured" });
    const page = await app.request("http://127.0.0.1/admin/sign-in");
    expect(page.status).toBe(404);
    expect(await page.text()).toContain("Sign-in is not set up");
  });

  test("an open server asks nobody, and takes writes from its own pages alone", async () => {
    const app = appOf({ mode: "off" });
    const session = await app.request("http://127.0.0.1/admin/session");
    expect(await session.json()).toEqual({ ...none, signIn: "none" });
    expect((await app.request("http://127.0.0.1/admin/sign-in")).status).toBe(303);
    const reports = "http://127.0.0.1/admin/api/v1/reports/courses";
    expect((await app.request(reports)).status).toBe(200);
    const write = (origin: string) =>
      app.request("http://127.0.0.1/admin/api/v1/courses/fs", {
        method: "PUT",
        headers: { origin, "content-type": "application/json" },
        body: JSON.stringify({ title: "Fire safety", lessons: [{ id: "fs-1", title: "Why" }] }),
      });
    expect((await write("http://localhost:9")).status).toBe(403);
    expect((await write("http://127.0.0.1")).status).toBe(201);
  });
});
