import { openApiDocument } from "@milepost/server";
import { z } from "zod";

const methods = ["get", "put", "post", "delete"] as const;

interface Media {
  readonly schema: Parameters<typeof z.fromJSONSchema>[0];
}

interface Documented {
  readonly description: string;
  readonly content?: Readonly<Record<string, Media>>;
}

/** An operation of the document, with what its references name. */
export interface DocumentedOperation {
  readonly operationId: string;
  readonly method: (typeof methods)[number];
  readonly path: string;
  readonly tags: readonly string[];
  readonly security: readonly { apiKey?: readonly string[]; token?: readonly string[] }[];
  readonly parameters: readonly {
    name: string;
    in: string;
    required?: boolean;
    schema: Readonly<Record<string, unknown>>;
  }[];
  readonly requestBody?: {
    required?: boolean;
    content: Record<string, { schema: Readonly<Record<string, unknown>>; example?: unknown }>;
  };
  readonly responses: Readonly<Record<string, Documented>>;
}

/** The document without the types of the library that makes it. */
export const document = JSON.parse(JSON.stringify(openApiDocument()));

function resolved<T>(part: T | { $ref: string }): T {
  if (typeof part !== "object" || part === null || !("$ref" in part)) return part as T;
  return part.$ref
    .slice(2)
    .split("/")
    .reduce((node, key) => node[key], document) as T;
}

export const documentedOperations: readonly DocumentedOperation[] = Object.entries(
  document.paths as Record<string, Record<string, Omit<DocumentedOperation, "method" | "path">>>,
).flatMap(([path, item]) =>
  methods.flatMap((method) => {
    const operation = item[method];
    if (operation === undefined) return [];
    const responses = Object.entries(operation.responses).map(
      ([status, response]) => [status, resolved(response)] as const,
    );
    const parameters = operation.parameters ?? [];
    return [{ ...operation, parameters, method, path, responses: Object.fromEntries(responses) }];
  }),
);

/** The schemas with every object closed, so that a field too many shows as one too few does. */
const schemas = closed(
  JSON.parse(
    JSON.stringify(document.components.schemas).replaceAll("#/components/schemas/", "#/$defs/"),
  ),
) as Record<string, object>;

function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== "object" || node === null) return node;
  const fields = Object.entries(node).map(([key, value]) => [key, closed(value)] as const);
  const own = Object.fromEntries(fields);
  const isBareObject = own.type === "object" && "properties" in own;
  return isBareObject ? { additionalProperties: false, ...own } : own;
}

const parsers = new Map<string, z.ZodType>();

function parserOf({ schema }: Media): z.ZodType {
  const key = JSON.stringify(schema).replaceAll("#/components/schemas/", "#/$defs/");
  const parser =
    parsers.get(key) ??
    z.fromJSONSchema({ ...(closed(JSON.parse(key)) as object), $defs: schemas } as never);
  parsers.set(key, parser);
  return parser;
}

function operationAt(method: string, pathname: string): DocumentedOperation | undefined {
  const verb = method === "HEAD" ? "get" : method.toLowerCase();
  return documentedOperations.find(({ method: its, path }) => {
    const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
    return its === verb && pattern.test(pathname);
  });
}

/**
 * Throws unless an answer is one that the document has for the request: its status, its media type,
 * its fields and no others, and of a problem the code.
 */
export async function checkContract(request: Request, response: Response): Promise<void> {
  const { pathname } = new URL(request.url);
  const operation = operationAt(request.method, pathname);
  if (operation === undefined || response.status === 405 || response.status === 431) return;
  const where = `${request.method} ${pathname} → ${response.status}`;
  const documented = operation.responses[response.status];
  if (documented === undefined) throw new Error(`${where} is not in the document.`);
  if (response.headers.get("content-type") === "text/event-stream") {
    // It has no end to wait for.
    if (documented.content?.["text/event-stream"] === undefined)
      throw new Error(`${where} streams.`);
    return;
  }
  const text = await response.clone().text();
  if (text === "") {
    if (documented.content && request.method !== "HEAD") throw new Error(`${where} has no body.`);
    return;
  }
  const type = (response.headers.get("content-type") ?? "").split(";")[0] ?? "";
  const media = documented.content?.[type];
  if (media === undefined) throw new Error(`${where}: ${type} is not in the document.`);
  if (!type.includes("json")) return;
  const body: unknown = JSON.parse(text);
  const result = parserOf(media).safeParse(body);
  if (!result.success) throw new Error(`${where}: ${z.prettifyError(result.error)}\n${text}`);
  if (typeof body !== "object" || body === null || !("code" in body)) return;
  if (!documented.description.includes(`\`${body.code}\``)) {
    throw new Error(`${where}: the code ${body.code} is not in the document.`);
  }
}
