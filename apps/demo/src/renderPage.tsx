import { renderToString } from "react-dom/server";
import type { Assets } from "./host/Assets.ts";
import type { PageData } from "./pages/PageData.ts";
import { Site, titleOf } from "./pages/Site.tsx";

/** Nothing from elsewhere and nothing inline: neither script nor style. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
  "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A page as HTML, with the data that the browser takes it over with. */
export async function renderPage(data: PageData, assets: Assets): Promise<Response> {
  const { script, styles } = await assets.entry();
  const { content } = data;
  const isGallery = content.name === "gallery";
  const locale = isGallery ? content.locale : "en";
  const theme = isGallery && content.theme !== null ? ` data-theme="${content.theme}"` : "";
  const links = styles.map((file) => `<link rel="stylesheet" href="/demo/${file}">`);
  const body = `<!doctype html>
<html lang="${locale}" dir="${locale === "ar" ? "rtl" : "ltr"}"${theme}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="A course site with learners' progress by Milepost.">
<title>${escapeHtml(titleOf(content))}</title>
<link rel="icon" href="/demo/assets/icon.svg" type="image/svg+xml">
${links.join("\n")}
<script type="module" src="/demo/${script}"></script>
</head>
<body>
<div id="root">${renderToString(<Site data={data} />)}</div>
<script type="application/json" id="data">${scriptText(data)}</script>
</body>
</html>
`;
  const status = content.name === "missing" ? 404 : 200;
  const type = "text/html; charset=utf-8";
  return new Response(body, {
    status,
    headers: {
      "content-type": type,
      "content-security-policy": policy,
      // A form of a page without a referrer comes from nowhere, and an open server takes none such.
      "referrer-policy": "same-origin",
    },
  });
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** JSON that cannot end the element it stands in. */
function scriptText(data: PageData): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
