import { describe, expect, test } from "vitest";
import { useSignIn } from "./support/useSignIn.ts";
import type { Visitor } from "./support/Visitor.ts";

const reports = "/admin/api/v1/reports/courses";

const sessionOf = async (visitor: Visitor) => (await visitor.send("/admin/session")).json();

describe("signing in", () => {
  const tested = useSignIn();

  test("leads to the page that was asked for, and the dashboard reads as that person", async () => {
    const visitor = tested.visitor();
    expect((await visitor.send(reports)).status).toBe(401);
    expect(await sessionOf(visitor)).toEqual({
      signedIn: false,
      name: null,
      expiresAt: null,
      signIn: "oidc",
    });
    const to = "/admin/courses?v=1&q=fire%20safety";
    const { at } = await visitor.signIn("grace", { to });
    expect(at.href).toBe(tested.publicUrl + to);
    expect((await visitor.send(reports)).status).toBe(200);
    const session = (await sessionOf(visitor)) as Record<string, string>;
    expect(session).toMatchObject({ signedIn: true, name: "Grace Example", signIn: "oidc" });
    expect(Date.parse(session.expiresAt ?? "")).toBeGreaterThan(Date.now());
    const saved = await visitor.send("/admin/export/v1/reports/courses");
    expect(saved.headers.get("content-disposition")).toContain("courses.csv");
  });

  test("a learner's account is signed in and may read nothing", async () => {
    const visitor = tested.visitor();
    await visitor.signIn("ada");
    const answer = await visitor.send(reports);
    expect(answer.status).toBe(403);
    expect(await sessionOf(visitor)).toMatchObject({ signedIn: true, name: "Ada Example" });
    const caller = await visitor.send("/admin/api/v1/caller");
    expect(await caller.json()).toMatchObject({ role: "learner", open: false });
  });

  test("leaves no token and no code in the log", async () => {
    const visitor = tested.visitor();
    const sent = await visitor.go("/admin/sign-in?to=/admin/courses");
    const body = new URLSearchParams({ account: "grace" });
    await visitor.go(sent.at, { method: "POST", body });
    await visitor.send(reports);
    const log = tested.log.join("");
    expect(log).toContain('"route":"/admin"');
    expect(log).not.toMatch(/eyJ|code=|state=|milepost_s/);
  });

  test("works for a client without a secret, by PKCE alone", async () => {
    const visitor = tested.visitor({ clientId: "public", clientSecret: null });
    await visitor.signIn("grace");
    expect((await visitor.send(reports)).status).toBe(200);
  });

  test("can be asked to be for somebody else than the provider remembers", async () => {
    const visitor = tested.visitor();
    await visitor.signIn("ada");
    const again = await visitor.go("/admin/sign-in");
    expect(again.at.pathname).toBe("/admin");
    const asked = await visitor.go("/admin/sign-in?prompt=login");
    expect(asked.at.pathname).toMatch(/^\/interaction\//);
  });

  test("the browser keeps what no script can read and no other site has sent", async () => {
    const visitor = tested.visitor({ publicUrl: new URL("https://milepost.example") });
    await visitor.send("/admin/sign-in");
    expect(visitor.lastSet).toHaveLength(1);
    expect(visitor.lastSet[0]).toMatch(
      /^milepost_sign_in=[\w.-]+; Max-Age=600; Path=\/admin\/callback; HttpOnly; Secure; SameSite=Lax$/,
    );
    const here = tested.visitor();
    const { at } = await here.go("/admin/sign-in");
    let answer = await here.send(at, {
      method: "POST",
      body: new URLSearchParams({ account: "grace" }),
    });
    for (let hop = 0; hop < 2; hop++) {
      answer = await here.send(answer.headers.get("location") ?? "");
    }
    const [kept] = here.lastSet.filter((set) => set.startsWith("milepost_session="));
    expect(kept).toMatch(/^milepost_session=[\w.-]+; Path=\/admin; HttpOnly; SameSite=Lax$/);
    expect(await answer.text()).toBe("");
  });

  test.each([
    "https://elsewhere.example/admin",
    "//elsewhere.example/admin",
    "/\\elsewhere.example",
    "/admin/..//elsewhere.example",
    "/admin/../../elsewhere",
    "/administrators",
    "/admin@elsewhere.example",
    "/admin/sign-out",
    "/admin/api/v1/courses",
    "javascript:alert(1)",
  ])("goes back to no place but a page of the dashboard: %s", async (to) => {
    const { at } = await tested.visitor().signIn("grace", { to });
    expect(at.href).toBe(`${tested.publicUrl}/admin`);
  });

  test("does not go back to an address that is too long to be remembered", async () => {
    const to = `/admin/courses?q=${"x".repeat(2_000)}`;
    const { at } = await tested.visitor().signIn("grace", { to });
    expect(at.href).toBe(`${tested.publicUrl}/admin`);
  });

  test("tokens that one cookie does not hold are kept in several", async () => {
    const visitor = tested.visitor();
    await visitor.signIn("wordy");
    const own = visitor.cookies.filter(({ name }) => name.startsWith("milepost_session"));
    expect(own.length).toBeGreaterThan(1);
    for (const { value } of own) expect(value.length).toBeLessThanOrEqual(3_800);
    expect((await visitor.send(reports)).status).toBe(200);
    // The next session is smaller, and not read with what is left of this one.
    visitor.forget(tested.provider.issuer);
    await visitor.signIn("grace");
    expect(await sessionOf(visitor)).toMatchObject({ name: "Grace Example" });
    expect(own.length).toBeGreaterThan(
      visitor.cookies.filter(({ name }) => name.startsWith("milepost_session")).length,
    );
  });
});
