import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import { entryFiles } from "./bundled.ts";

/**
 * Nothing from elsewhere and no inline script. Styles that the components make at run time carry
 * the page's nonce; style attributes, which can do little, are let be.
 */
function policy(nonce: string): string {
  return (
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; ` +
    "style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
  );
}

/** The page in which every address of the dashboard is drawn by its script. */
export async function renderShell(c: Context): Promise<Response> {
  const { script, styles } = await entryFiles();
  const nonce = randomBytes(16).toString("base64");
  c.header("content-security-policy", policy(nonce));
  c.header("referrer-policy", "same-origin");
  c.header("x-content-type-options", "nosniff");
  c.header("cache-control", "no-store");
  const links = styles.map((file) => `<link rel="stylesheet" href="/admin/${file}">`);
  return c.html(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="Who is overdue, where learners drop off, how long a course takes.">
<meta name="style-nonce" content="${nonce}">
<title>Milepost</title>
<link rel="icon" href="/admin/assets/icon.svg" type="image/svg+xml">
${links.join("\n")}
<script type="module" src="/admin/${script}"></script>
</head>
<body>
<div id="root"></div>
<noscript>The dashboard needs JavaScript. The same figures are in the reports API.</noscript>
</body>
</html>
`);
}
