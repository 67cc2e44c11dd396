import type { Context } from "hono";
import { comesFromHere } from "./comesFromHere.ts";
import type { Held } from "./signIn/Sessions.ts";

export type Api = (request: Request) => Promise<Response>;
export type ApiEnv = { Bindings: { readonly api: Api } };

/** Whose requests are handed on, and where they may come from. */
export interface ForwardOptions {
  /** Where browsers reach the dashboard; null where that is not known. */
  readonly publicOrigin: string | null;
  /** Null where nobody signs in. */
  readonly sessions: { read(request: Request): Promise<Held> } | null;
}

const safe = new Set(["GET", "HEAD"]);

/**
 * Hands a request below `/admin/api` or `/admin/export` to the API, as whoever is signed in. An
 * export is the same answer as CSV, saved by the browser as it comes.
 *
 * Requests that write are taken from the dashboard's own pages alone.
 */
export function forwardToApi({ publicOrigin, sessions }: ForwardOptions) {
  return async (c: Context<ApiEnv>): Promise<Response> => {
    const { raw } = c.req;
    if (!safe.has(raw.method) && !comesFromHere(raw, publicOrigin)) {
      return c.text("Writes are accepted from the dashboard's own pages only.", 403);
    }
    const { pathname } = new URL(raw.url);
    const [, isExport, path] = /^\/admin\/(?:api|(export))(\/.*)$/.exec(pathname) ?? [];
    if (path === undefined) return c.notFound();
    const { session, cookies } = (await sessions?.read(raw)) ?? { session: null, cookies: [] };
    const request = requestOf(raw, path, session?.accessToken ?? null);
    if (isExport) request.headers.set("accept", "text/csv");
    const answer = await c.env.api(request);
    const isSaved = isExport !== undefined && answer.ok;
    if (!isSaved && cookies.length === 0) return answer;
    const own = new Response(answer.body, answer);
    for (const cookie of cookies) own.headers.append("set-cookie", cookie);
    if (isSaved) {
      own.headers.set("content-disposition", `attachment; filename="${fileName(path)}"`);
    }
    return own;
  };
}

/** The same request of the API, by the session's token and nothing else that the browser sent. */
function requestOf(raw: Request, path: string, token: string | null): Request {
  const from = new URL(raw.url);
  const headers = new Headers(raw.headers);
  headers.delete("cookie");
  headers.delete("authorization");
  if (token !== null) headers.set("authorization", `Bearer ${token}`);
  const hasBody = !safe.has(raw.method);
  return new Request(new URL(path + from.search, from.origin), {
    method: raw.method,
    headers,
    signal: raw.signal,
    ...(hasBody ? { body: raw.body, duplex: "half" } : {}),
  } as RequestInit);
}

/** Such as `courses-fs-lessons.csv`. */
function fileName(path: string): string {
  const name = path.replace(/^\/v1\/(reports\/)?/, "").replaceAll(/%[\dA-Fa-f]{2}|[^\w.-]+/g, "-");
  return `${name}.csv`;
}
