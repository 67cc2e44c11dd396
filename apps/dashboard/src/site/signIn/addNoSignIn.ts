import type { Context, Hono } from "hono";
import type { ApiEnv } from "../forwardToApi.ts";
import { noticePage } from "./noticePage.ts";

/** The addresses of sign-in where there is none: each says so. */
export function addNoSignIn(app: Hono<ApiEnv>): void {
  app.get("/session", async (c) => {
    c.header("cache-control", "no-store");
    const signIn = (await asksNobody(c)) ? "none" : "unconfigured";
    return c.json({ signedIn: false, name: null, expiresAt: null, signIn });
  });
  const say = async (c: Context<ApiEnv>) => {
    if (await asksNobody(c)) return c.redirect("/admin", 303);
    return noticePage(c, {
      status: 404,
      title: "Sign-in is not set up",
      text: "Whoever runs this server names an OpenID Connect provider: see docs/dashboard.md.",
      to: "/admin",
    });
  };
  app.get("/sign-in", say);
  app.get("/callback", say);
  app.post("/sign-out", (c) => c.json({ to: "/admin" }));
}

/** An open server answers who shows nothing. */
async function asksNobody(c: Context<ApiEnv>): Promise<boolean> {
  const answer = await c.env.api(new Request(new URL("/v1/caller", c.req.url)));
  await answer.body?.cancel();
  return answer.ok;
}
