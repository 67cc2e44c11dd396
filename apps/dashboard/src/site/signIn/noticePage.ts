import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import { html } from "hono/html";

interface Notice {
  readonly status: 400 | 404 | 502;
  readonly title: string;
  readonly text: string;
  /** For whoever runs the server, such as an error code. */
  readonly reason?: string | undefined;
  /** Where its link leads, within the dashboard. */
  readonly to: string;
}

/** A page that needs no script and no bundle: something about signing in has to be said. */
export function noticePage(c: Context, { status, title, text, reason, to }: Notice) {
  const nonce = randomBytes(16).toString("base64");
  c.header(
    "content-security-policy",
    `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`,
  );
  c.header("cache-control", "no-store");
  c.header("referrer-policy", "no-referrer");
  c.header("x-content-type-options", "nosniff");
  return c.html(
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Milepost</title>
<style nonce="${nonce}">
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 28rem; margin: 20vh auto; padding: 0 1rem; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
${reason === undefined ? "" : html`<p>Reason: <code>${reason}</code></p>`}
<p><a href="${to}">${to.startsWith("/admin/sign-in") ? "Sign in again" : "Back"}</a></p>
</main>
</body>
</html>
`,
    status,
  );
}
