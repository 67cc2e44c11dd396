import { describe, expect, test } from "vitest";
import { freePort } from "../../../tests/support/freePort.ts";
import { tokenSeconds } from "./support/useProvider.ts";
import { useSignIn } from "./support/useSignIn.ts";
import type { Visitor } from "./support/Visitor.ts";

const reports = "/admin/api/v1/reports/courses";
const writes = "/admin/api/v1/courses/fs";
const outline = {
  method: "PUT",
  body: JSON.stringify({ title: "Fire safety", lessons: [{ id: "fs-1", title: "Why" }] }),
};

const sessionOf = async (visitor: Visitor) => (await visitor.send("/admin/session")).json();
const own = (visitor: Visitor) =>
  visitor.cookies.filter(({ name }) => name.startsWith("milepost_session"));

describe("a session", () => {
  const tested = useSignIn();
  const refreshes = () => tested.provider.grants.filter((grant) => grant === "refresh_token");
  const signedIn = async (account = "grace") => {
    const visitor = tested.visitor();
    await visitor.signIn(account);
    return visitor;
  };
  const from = (origin: string) => ({
    ...outline,
    headers: { origin, "content-type": "application/json" },
  });

  test("writes from the dashboard's own pages alone", async () => {
    const visitor = await signedIn();
    const { host } = new URL(tested.publicUrl);
    for (const origin of ["https://elsewhere.example", `https://${host}`, "null"]) {
      expect((await visitor.send(writes, from(origin))).status, origin).toBe(403);
    }
    expect((await visitor.send(writes, outline)).status).toBe(403);
    expect((await visitor.send(writes, from(tested.publicUrl))).status).toBe(201);
    const stranger = tested.visitor();
    expect((await stranger.send(writes, from(tested.publicUrl))).status).toBe(401);
  });

  test("counts alone: an Authorization header of the browser's is dropped", async () => {
    const headers = { authorization: "Bearer forged" };
    const visitor = await signedIn();
    expect((await visitor.send(reports, { headers })).status).toBe(200);
    const answer = await tested.visitor().send(reports, { headers });
    expect(await answer.json()).toMatchObject({ code: "token_required" });
  });

  test("that somebody changed is none, and is taken back", async () => {
    const visitor = await signedIn();
    for (const at of [0, 60, 200]) {
      const changed = visitor.copy();
      changed.cookies = changed.cookies.map((cookie) => {
        const { name, value } = cookie;
        if (name !== "milepost_session") return cookie;
        const other = value[at] === "A" ? "B" : "A";
        return { ...cookie, value: value.slice(0, at) + other + value.slice(at + 1) };
      });
      expect((await changed.send(reports)).status).toBe(401);
      expect(own(changed)).toEqual([]);
    }
    expect((await visitor.send(reports)).status).toBe(200);
  });

  test("is one for every server with the same key, and none for another key", async () => {
    const visitor = await signedIn();
    const elsewhere = tested.visitor();
    elsewhere.cookies = visitor.cookies;
    expect((await elsewhere.send(reports)).status).toBe(200);
    const otherKey = tested.visitor({ sessionKey: Buffer.alloc(32, 1) });
    otherKey.cookies = visitor.cookies;
    expect((await otherKey.send(reports)).status).toBe(401);
  });

  test("is refreshed once, however many requests find that it runs out", async () => {
    const visitor = await signedIn();
    const before = refreshes().length;
    const late = visitor.copy();
    tested.later = tokenSeconds - 10;
    const answers = await Promise.all(Array.from({ length: 5 }, () => visitor.send(reports)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    // Sent before the answer that had the new cookie.
    expect((await late.send(reports)).status).toBe(200);
    expect(refreshes().length - before).toBe(1);
    tested.later = 2 * tokenSeconds - 60;
    expect((await visitor.send(reports)).status).toBe(200);
    tested.later = 2 * tokenSeconds;
    expect((await visitor.send(reports)).status).toBe(200);
    expect(refreshes().length - before).toBe(2);
  });

  test("outlives a provider that is away for a while", async () => {
    const visitor = await signedIn();
    const meanwhile = tested.visitor({ issuer: new URL(`http://127.0.0.1:${await freePort()}`) });
    meanwhile.cookies = visitor.cookies;
    tested.later = tokenSeconds - 10;
    expect((await meanwhile.send(reports)).status).toBe(200);
    tested.later = tokenSeconds + 1;
    expect((await meanwhile.send(reports)).status).toBe(401);
    expect(await sessionOf(meanwhile)).toMatchObject({ signedIn: false });
    expect(own(meanwhile)).toEqual(own(visitor));
    expect((await visitor.send(reports)).status).toBe(200);
  });

  test("ends after twelve hours, however often it was refreshed", async () => {
    const visitor = await signedIn();
    tested.later = 12 * 3_600 - 1;
    expect((await visitor.send(reports)).status).toBe(200);
    tested.later = 12 * 3_600 + 1;
    expect((await visitor.send(reports)).status).toBe(401);
    expect(await sessionOf(visitor)).toMatchObject({ signedIn: false });
  });

  test("that cannot be refreshed ends with its token", async () => {
    const visitor = tested.visitor({ clientId: "public", clientSecret: null });
    await visitor.signIn("grace");
    tested.later = tokenSeconds - 2;
    expect((await visitor.send(reports)).status).toBe(200);
    tested.later = tokenSeconds + 1;
    const answer = await visitor.send(reports);
    expect(answer.status).toBe(401);
    expect(own(visitor)).toEqual([]);
  });

  test("is over once signed out: here, at the provider, and for who copied it", async () => {
    const visitor = await signedIn();
    const copied = visitor.copy();
    const path = "/admin/sign-out";
    const elsewhere = { method: "POST", headers: { origin: "https://elsewhere.example" } };
    expect((await visitor.send(path, elsewhere)).status).toBe(403);
    const answer = await visitor.send(path, {
      method: "POST",
      headers: { origin: tested.publicUrl },
    });
    const { to } = (await answer.json()) as { to: string };
    const end = new URL(to);
    expect(end.origin).toBe(tested.provider.issuer);
    expect(end.searchParams.get("post_logout_redirect_uri")).toBe(`${tested.publicUrl}/admin`);
    expect(end.searchParams.has("id_token_hint")).toBe(true);
    expect((await visitor.send(end)).status).toBe(200);
    expect(own(visitor)).toEqual([]);
    expect((await visitor.send(reports)).status).toBe(401);
    tested.later = tokenSeconds + 1;
    expect((await copied.send(reports)).status).toBe(401);
    expect(own(copied)).toEqual([]);
  });
});
