import type { OpenApiDocument } from "./openApiDocument.ts";

/** The parts of JSON Schema that the document uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly example?: unknown;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly additionalProperties?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
}

/** The schema itself, where it is a reference to a named one. */
export function resolve(schema: JsonSchema, document: OpenApiDocument): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
  const found = document.components?.schemas?.[name];
  if (found === undefined) throw new Error(`The document has no schema ${name}.`);
  return found as JsonSchema;
}

/** A value that the schema takes, made of the examples of its parts. */
export function exampleOf(schema: JsonSchema, document: OpenApiDocument): unknown {
  const own = resolve(schema, document);
  if (own.example !== undefined) return own.example;
  if (own.default !== undefined) return own.default;
  if (own.enum) return own.enum[0];
  const [choice] = own.anyOf ?? [];
  if (choice) return exampleOf(choice, document);
  const type = Array.isArray(own.type) ? own.type[0] : own.type;
  if (type === "array") return own.items ? [exampleOf(own.items, document)] : [];
  if (type === "object") {
    const fields = Object.entries(own.properties ?? {});
    return Object.fromEntries(fields.map(([name, field]) => [name, exampleOf(field, document)]));
  }
  if (type === "integer" || type === "number") return own.minimum ?? 1;
  if (type === "boolean") return true;
  return type === "string" ? "…" : null;
}

/** A schema's type in a few words: `string, 1–255`, `Lesson[]`, `instant or null`. */
export function typeOf(schema: JsonSchema): string {
  if (schema.$ref !== undefined) return schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(" or ");
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const types = [schema.type ?? "anything"].flat();
  return types.map((type) => nameOf(type, schema)).join(" or ");
}

function nameOf(type: string, schema: JsonSchema): string {
  const { format, items, properties, minLength, maxLength, minimum, maximum } = schema;
  if (type === "array") return `${items ? typeOf(items) : "anything"}[]${most(schema)}`;
  if (type === "object" && properties) return `{ ${Object.keys(properties).join(", ")} }`;
  if (type === "string" && format === "date-time") return "instant";
  if (type === "string" && format) return format;
  if (type === "string" && maxLength !== undefined) return `string, ${minLength}–${maxLength}`;
  if (type !== "null" && maximum !== undefined) return `${type}, ${minimum}–${maximum}`;
  return type;
}

function most({ maxItems }: JsonSchema): string {
  return maxItems === undefined ? "" : `, at most ${maxItems.toLocaleString("en")}`;
}
