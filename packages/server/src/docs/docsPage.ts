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
  const { title, version, description } = document.info;
  const groups = groupsOf(document);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} API ${version}</title>
<style>${docsStyle}</style>
</head>
<body>
<nav aria-label="Operations">
<p class="brand"><a href="#top">${title}</a> <small>${version}</small></p>
${groups.map(menu)}
<p><a href="#schemas">Schemas</a></p>
</nav>
<main id="top">
<h1>${title} API</h1>
${markdown(description ?? "")}
<p>The same <a href="openapi.json">as OpenAPI 3.1</a>.</p>
${groups.map(
  ({ name, about, operations }) => html`
<section>
<h2 id="${anchor(name)}">${name}</h2>
<p>${inline(about)}</p>
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

function groupsOf(document: OpenApiDocument) {
  const listed = operationsOf(document);
  return (document.tags ?? []).map(({ name, description: about = "" }) => ({
    name,
    about,
    operations: listed.filter(({ operation }) => operation.tags.includes(name)),
  }));
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
  const items = operations.map(({ method, operation: { operationId } }) => {
    const badge = html`<span class="method ${method}">${method}</span>`;
    return html`<li><a href="#${operationId}">${badge} ${operationId}</a></li>`;
  });
  return html`<p><a href="#${anchor(name)}">${name}</a></p>
<ul>${items}</ul>`;
}

function schemaSection(name: string, schema: JsonSchema): Html {
  const rows = Object.entries(schema.properties ?? {}).map(([field, type]) => {
    const optional = schema.required?.includes(field) ? null : html` <small>optional</small>`;
    return html`
<tr><th scope="row"><code>${field}</code>${optional}</th>
<td>${typeOf(type)}</td><td>${inline(type.description ?? "")}</td></tr>`;
  });
  const shape = html`<p><code>${typeOf(schema)}</code></p>`;
  return html`
<article>
<h3 id="${anchor(name)}">${name}</h3>
${schema.description ? html`<p>${inline(schema.description)}</p>` : null}
${rows.length === 0 ? shape : html`<table><tbody>${rows}</tbody></table>`}
</article>`;
}

function anchor(name: string): string {
  return name.toLowerCase();
}
