import { createHash } from "node:crypto";
import { docsStyle } from "./docsStyle.ts";
import { type Html, html } from "./html.ts";
import { inline, markdown } from "./markdown.ts";
import type { OpenApiDocument } from "./openApiDocument.ts";
import { type OperationObject, operationSection } from "./operationSection.ts";
import { type JsonSchema, typeOf } from "./schemas.ts";

/** A page with the headers it has to be sent with. */
export interface DocsPage {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Listed {
  readonly method: string;
  readonly path: string;
  readonly operation: OperationObject;
}

/** The document as a page that reads offline: one file, no script, nothing from elsewhere. */
export function docsPage(document: OpenApiDocument): DocsPage {
  const listed = operationsOf(document);
  const groups = (document.tags ?? []).map(({ name, description = "" }) => ({
    name,
    description,
    operations: listed.filter(({ operation }) => operation.tags.includes(name)),
  }));
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${document.info.title} API ${document.info.version}</title>
<style>${docsStyle}</style>
</head>
<body>
<nav aria-label="Operations">
<p class="brand"><a href="#top">${document.info.title}</a> <small>${document.info.version}</small></p>
${groups.map(menu)}
<p><a href="#schemas">Schemas</a></p>
</nav>
<main id="top">
<h1>${document.info.title} API</h1>
${markdown(document.info.description ?? "")}
<p>The same <a href="openapi.json">as OpenAPI 3.1</a>.</p>
${groups.map(
  ({ name, description, operations }) => html`
<section>
<h2 id="${anchor(name)}">${name}</h2>
<p>${inline(description)}</p>
${operations.map(({ method, path, operation }) =>
  operationSection({ method, path, operation, document }),
)}
</section>`,
)}
<section>
<h2 id="schemas">Schemas</h2>
${Object.entries(document.components?.schemas ?? {}).map(([name, schema]) =>
  schemaSection(name, schema as JsonSchema),
)}
</section>
</main>
</body>
</html>
`;
  const styleHash = createHash("sha256").update(docsStyle.text).digest("base64");
  return {
    body: page.text,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": [
        "default-src 'none'",
        `style-src 'sha256-${styleHash}'`,
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join("; "),
    },
  };
}

function operationsOf(document: OpenApiDocument): Listed[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    (["get", "put", "post", "delete"] as const).flatMap((method) => {
      const operation = item[method];
      return operation ? [{ method, path, operation: operation as OperationObject }] : [];
    }),
  );
}

function menu({ name, operations }: { name: string; operations: readonly Listed[] }): Html {
  return html`<p><a href="#${anchor(name)}">${name}</a></p>
<ul>${operations.map(
    ({ method, operation }) =>
      html`<li><a href="#${operation.operationId}"><span class="method ${method}">${method}</span> ${operation.operationId}</a></li>`,
  )}</ul>`;
}

function schemaSection(name: string, schema: JsonSchema): Html {
  const fields = Object.entries(schema.properties ?? {});
  return html`
<article>
<h3 id="${anchor(name)}">${name}</h3>
${schema.description ? html`<p>${inline(schema.description)}</p>` : null}
${
  fields.length === 0
    ? html`<p><code>${typeOf(schema)}</code></p>`
    : html`<table><tbody>${fields.map(
        ([field, type]) => html`
<tr><th scope="row"><code>${field}</code>${schema.required?.includes(field) ? null : html` <small>optional</small>`}</th>
<td>${typeOf(type)}</td><td>${inline(type.description ?? "")}</td></tr>`,
      )}</tbody></table>`
}
</article>`;
}

function anchor(name: string): string {
  return name.toLowerCase();
}
