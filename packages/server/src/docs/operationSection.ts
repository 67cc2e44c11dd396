import { type Html, html } from "./html.ts";
import { inline, markdown } from "./markdown.ts";
import type { OpenApiDocument } from "./openApiDocument.ts";
import { exampleOf, type JsonSchema, typeOf } from "./schemas.ts";

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: JsonSchema;
}

type Content = Readonly<Record<string, { schema: JsonSchema; example?: unknown }>>;

interface ResponseObject {
  readonly $ref?: string;
  readonly description?: string;
  readonly content?: Content;
}

/** An operation as the document has it. */
export interface OperationObject {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, ResponseObject>>;
}

interface Described {
  readonly method: string;
  readonly path: string;
  readonly operation: OperationObject;
  readonly document: OpenApiDocument;
}

/** All there is to say of one operation. */
export function operationSection({ method, path, operation, document }: Described): Html {
  const { operationId, summary, description, security, parameters = [] } = operation;
  const roles = [...new Set(security.flatMap((scheme) => Object.values(scheme).flat()))];
  return html`
<article>
<h3 id="${operationId}">${summary}</h3>
<p class="route"><span class="method ${method}">${method}</span> <code>${path}</code></p>
${description ? markdown(description) : null}
<p class="roles">${roles.length === 0 ? "Open to anyone" : html`For: ${roles.join(", ")}`}</p>
${parameters.length === 0 ? null : parameterTable(parameters)}
${requestBody(operation, document)}
${Object.entries(operation.responses)
  .filter(([status]) => Number(status) < 300)
  .map(([status, response]) => success(status, response, document))}
<details><summary>Other answers</summary>
<dl>${Object.entries(operation.responses)
    .filter(([status]) => Number(status) >= 300)
    .map(([status, response]) => other(status, response, document))}</dl>
</details>
</article>`;
}

function parameterTable(parameters: readonly Parameter[]): Html {
  const rows = parameters.map(({ name, in: place, required, schema }) => {
    const where = html`<small>${place}${required ? "" : ", optional"}</small>`;
    return html`
<tr><th scope="row"><code>${name}</code> ${where}</th>
<td>${typeOf(schema)}</td><td>${inline(schema.description ?? "")}</td></tr>`;
  });
  return html`<table><tbody>${rows}</tbody></table>`;
}

function requestBody(
  { requestBody: body }: OperationObject,
  document: OpenApiDocument,
): Html | null {
  if (body === undefined) return null;
  const [[, media] = [], ...others] = Object.entries(body.content);
  if (media === undefined) return null;
  const also = others.map(([type]) => html`; also as <code>${type}</code>`);
  const optional = body.required ? "" : ", optional";
  return html`<h4>Body${optional}: ${typeName(media.schema)}${also}</h4>
${json(media.example ?? exampleOf(media.schema, document))}`;
}

function success(
  status: string,
  { description = "", content = {} }: ResponseObject,
  document: OpenApiDocument,
): Html {
  const [[type, media] = [], ...others] = Object.entries(content);
  const also = others.map(([other]) => html`; also as <code>${other}</code>`);
  const isJson = type === "application/json" && media !== undefined;
  return html`<h4>${status}: ${isJson ? typeName(media.schema) : (type ?? "")}${also}</h4>
<p>${inline(description)}</p>
${isJson ? json(exampleOf(media.schema, document)) : null}`;
}

function other(status: string, response: ResponseObject, document: OpenApiDocument): Html {
  const name = response.$ref?.slice(response.$ref.lastIndexOf("/") + 1);
  const shared = name === undefined ? undefined : document.components?.responses?.[name];
  const { description = "" } = (shared ?? response) as ResponseObject;
  return html`<dt>${status}</dt><dd>${markdown(description)}</dd>`;
}

function typeName(schema: JsonSchema): Html {
  const name = typeOf(schema);
  if (schema.$ref === undefined) return html`${name}`;
  return html`<a href="#${name.toLowerCase()}">${name}</a>`;
}

function json(value: unknown): Html {
  return html`<pre><code>${JSON.stringify(value, null, 2)}</code></pre>`;
}
