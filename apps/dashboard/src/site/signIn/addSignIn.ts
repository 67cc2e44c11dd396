import type { Context, Hono } from "hono";
import { getCookie } from "hono/cookie";
import { serialize } from "hono/utils/cookie";
import { comesFromHere } from "../comesFromHere.ts";
import type { ApiEnv } from "../forwardToApi.ts";
import { explainFailure, explainNoProvider } from "./explainFailure.ts";
import { noticePage } from "./noticePage.ts";
import type { Flow, Provider } from "./Provider.ts";
import { returnPath } from "./returnPath.ts";
import { Sealer } from "./Sealer.ts";
import { endOf, type Sessions } from "./Sessions.ts";
import type { SignInOptions } from "./SignInOptions.ts";

interface Parts {
  readonly provider: Provider;
  readonly sessions: Sessions;
}

const flowCookie = "milepost_sign_in";
/** For choosing an account and typing a password. */
const flowSeconds = 600;

/** The ways in and out, and who is in. No answer of them has a token in it. */
export function addSignIn(app: Hono<ApiEnv>, options: SignInOptions, parts: Parts): void {
  const { provider, sessions } = parts;
  app.get("/session", async (c) => {
    const { session, cookies } = await sessions.read(c.req.raw);
    setCookies(c, cookies);
    c.header("cache-control", "no-store");
    return c.json({
      signedIn: session !== null,
      name: session?.name ?? null,
      expiresAt: session && new Date(endOf(session)).toISOString(),
      signIn: "oidc",
    });
  });

  app.post("/sign-out", async (c) => {
    if (!comesFromHere(c.req.raw, options.publicUrl.origin)) {
      return c.text("Only the dashboard's own pages sign out.", 403);
    }
    const { session } = await sessions.read(c.req.raw);
    setCookies(c, sessions.clear(c.req.raw).cookies);
    // Out here, whatever becomes of the provider's part.
    const there = session && (await provider.end(session).catch(() => null));
    return c.json({ to: there?.href ?? "/admin" });
  });

  addFlow(app, options, parts);
}

/** From here to the provider, and back with a code. */
function addFlow(app: Hono<ApiEnv>, options: SignInOptions, { provider, sessions }: Parts): void {
  const sealer = new Sealer(options.sessionKey, "sign-in");
  const clock = options.now ?? (() => new Date());
  const flowOptions = {
    path: "/admin/callback",
    httpOnly: true,
    sameSite: "Lax",
    secure: options.publicUrl.protocol === "https:",
  } as const;

  app.get("/sign-in", async (c) => {
    const to = returnPath(c.req.query("to"));
    // A provider that knows who is there would only send the same person back.
    const prompt = c.req.query("prompt") === "login" ? "login" : null;
    try {
      const [url, flow] = await provider.begin(to, { prompt });
      const until = new Date(clock().getTime() + flowSeconds * 1_000);
      const sealed = await sealer.seal(flow, until);
      setCookies(c, [serialize(flowCookie, sealed, { ...flowOptions, maxAge: flowSeconds })]);
      return c.redirect(url.href, 303);
    } catch (error) {
      return noticePage(c, { ...explainNoProvider(error), to: againAt(to) });
    }
  });

  app.get("/callback", async (c) => {
    const sealed = getCookie(c, flowCookie);
    const flow =
      sealed === undefined ? null : ((await sealer.open(sealed, clock())) as Flow | null);
    // Once, whatever comes of it.
    setCookies(c, [serialize(flowCookie, "", { ...flowOptions, maxAge: 0 })]);
    if (flow === null) return noticePage(c, { ...takenTooLong, to: againAt("/admin") });
    try {
      const tokens = await provider.exchange(new URL(c.req.url).search, flow);
      const cookies = await sessions.begin(c.req.raw, tokens);
      if (cookies === null) return noticePage(c, { ...tooLarge, to: againAt(flow.to) });
      setCookies(c, cookies);
      return c.redirect(flow.to, 303);
    } catch (error) {
      return noticePage(c, { ...explainFailure(error), to: againAt(flow.to) });
    }
  });
}

const takenTooLong = {
  status: 400,
  title: "Signing in was not finished",
  text: "It took longer than ten minutes, or began in another browser.",
} as const;

const tooLarge = {
  status: 502,
  title: "Signing in did not work",
  text: "The provider's tokens are larger than what a browser keeps: it says too much in them.",
  reason: "tokens_too_large",
} as const;

function againAt(to: string): string {
  return `/admin/sign-in?${new URLSearchParams({ to })}`;
}

function setCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header("set-cookie", cookie, { append: true });
}
