import type { Context } from "hono";

export type Api = (request: Request) => Promise<Response>;
export type ApiEnv = { Bindings: { readonly api: Api } };

const safe = new Set(["GET", "HEAD"]);

/**
 * Hands a request below `/admin/api` or `/admin/export` to the API, as whoever is signed in. An
 * export is the same answer as CSV, saved by the browser as it comes.
 *
 * Requests that write are taken from the dashboard's own pages alone: another site's page could
 * have the browser send them too, and with the administrator's cookie.
 */
export async function forwardToApi(c: Context<ApiEnv>): Promise<Response> {
  const { raw } = c.req;
  if (!safe.has(raw.method) && !comesFromHere(raw)) {
    return c.text("Writes are accepted from the dashboard's own pages only.", 403);
  }
  const from = new URL(raw.url);
  const [, isExport, path] = /^\/admin\/(?:api|(export))(\/.*)$/.exec(from.pathname) ?? [];
  if (path === undefined) return c.notFound();
  const headers = new Headers(raw.headers);
  headers.delete("cookie");
  if (isExport) headers.set("accept", "text/csv");
  const to = new URL(path + from.search, from.origin);
  const hasBody = !safe.has(raw.method);
  const answer = await c.env.api(
    new Request(to, {
      method: raw.method,
      headers,
      signal: raw.signal,
      ...(hasBody ? { body: raw.body, duplex: "half" } : {}),
    } as RequestInit),
  );
  if (!isExport || !answer.ok) return answer;
  const saved = new Response(answer.body, answer);
  saved.headers.set("content-disposition", `attachment; filename="${fileName(path)}"`);
  return saved;
}

function comesFromHere(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  return new URL(origin).host === new URL(request.url).host;
}

/** Such as `courses-fs-lessons.csv`. */
function fileName(path: string): string {
  const name = path.replace(/^\/v1\/(reports\/)?/, "").replaceAll(/%[\dA-Fa-f]{2}|[^\w.-]+/g, "-");
  return `${name}.csv`;
}
