import fc from "fast-check";
import { document } from "../support/contract.ts";
import type { Names } from "./known.ts";
import { nastyJson, nastyNumber, nastyText } from "./nasty.ts";

/** As much of JSON Schema as the document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly example?: unknown;
  readonly default?: unknown;
}

/**
 * JSON texts for a place of the document: mostly of the form that it describes, with names that
 * exist, else at or beyond its bounds, or of another form altogether.
 *
 * @param name - of the member or parameter
 * @param names - that are there
 */
export function jsonOf(schema: Schema, name: string, names: Names): fc.Arbitrary<string> {
  const { $ref, type, anyOf, allOf } = schema;
  if ($ref !== undefined) return jsonOf(resolved($ref), name, names);
  if (anyOf !== undefined) return fc.oneof(...anyOf.map((one) => jsonOf(one, name, names)));
  if (allOf !== undefined) return jsonOf(merged(allOf), name, names);
  const types = typeof type === "string" ? [type] : (type ?? []);
  const formed = fc.oneof(...types.map((one) => ofType(one, schema, name, names)));
  return fc.oneof(
    { weight: 80, arbitrary: types.length > 0 ? formed : nastyJson },
    { weight: 1, arbitrary: nastyJson },
  );
}

function resolved(reference: string): Schema {
  const path = reference.slice(2).split("/");
  return path.reduce((node, key) => node[key], document) as Schema;
}

function merged(parts: readonly Schema[]): Schema {
  const all = parts.map((part) => (part.$ref === undefined ? part : resolved(part.$ref)));
  return {
    ...Object.assign({}, ...all),
    properties: Object.assign({}, ...all.map(({ properties }) => properties)),
    required: all.flatMap(({ required = [] }) => required),
  };
}

function ofType(type: string, schema: Schema, name: string, names: Names): fc.Arbitrary<string> {
  if (type === "object") return objects(schema, names);
  if (type === "array") return arrays(schema, name, names);
  if (type === "boolean") return fc.constantFrom("true", "false");
  if (type === "null") return fc.constant("null");
  if (type === "string")
    return strings(schema, names[name] ?? []).map((text) => JSON.stringify(text));
  return numbers(schema);
}

function numbers({ minimum = 0, maximum = 1_000, type }: Schema): fc.Arbitrary<string> {
  const within = fc.integer({ min: minimum, max: Math.min(maximum, minimum + 40) }).map(String);
  const bounds = [minimum - 1, minimum, maximum, maximum + 1].map(String);
  return fc.oneof(
    { weight: 40, arbitrary: within },
    { weight: 2, arbitrary: fc.constantFrom(...bounds, type === "integer" ? "1.5" : "0.5") },
    { weight: 1, arbitrary: nastyNumber },
  );
}

const instants = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());

function strings(schema: Schema, there: readonly string[]): fc.Arbitrary<string> {
  const { enum: values, format, minLength = 0, maxLength = 255, example } = schema;
  const beside = { weight: 2, arbitrary: nastyText };
  if (values !== undefined) {
    const texts = values.filter((value) => value !== null).map(String);
    return fc.oneof({ weight: 60, arbitrary: fc.constantFrom(...texts) }, beside);
  }
  if (format === "date-time") return fc.oneof({ weight: 60, arbitrary: instants }, beside);
  if (format === "date") {
    const days = instants.map((instant) => instant.slice(0, 10));
    return fc.oneof({ weight: 60, arbitrary: days }, beside);
  }
  const lengths = [minLength - 1, minLength, maxLength, maxLength + 1];
  const edges = lengths.filter((length) => length >= 0).map((length) => "b".repeat(length));
  const examples = typeof example === "string" ? [example] : [];
  return fc.oneof(
    { weight: 60, arbitrary: fc.constantFrom(...there, ...examples, "a") },
    { weight: 1, arbitrary: fc.constantFrom(...edges) },
    beside,
  );
}

function arrays({ items = {}, minItems = 0, maxItems = 8 }: Schema, name: string, names: Names) {
  const item = jsonOf(items, singular(name), names);
  const some = fc.array(item, { minLength: minItems, maxLength: Math.min(maxItems, minItems + 5) });
  const tooMany = item.map((one) => Array.from({ length: maxItems + 1 }, () => one));
  const list = fc.oneof(
    { weight: 400, arbitrary: some },
    // A batch that is too large takes as long to make as a hundred that are not.
    { weight: maxItems > 100 ? 1 : 20, arbitrary: tooMany },
  );
  return list.map((texts) => `[${texts.join(",")}]`);
}

function singular(name: string): string {
  return name.replace(/s$/, "");
}

/** Members as texts, so that one may come twice, or be called `__proto__`. */
function objects({ properties = {}, required = [] }: Schema, names: Names): fc.Arbitrary<string> {
  const members = Object.entries(properties).map(([name, schema]) => {
    const isThere = required.includes(name) ? { of: 60, least: 2 } : { of: 3, least: 3 };
    return fc
      .tuple(fc.integer({ min: 1, max: isThere.of }), jsonOf(schema, name, names))
      .map(([lot, json]) => (lot >= isThere.least ? [`${JSON.stringify(name)}:${json}`] : []));
  });
  const foreign = fc
    .tuple(fc.constantFrom('"__proto__"', '"nobody"', '""', '"constructor"', '"id"'), nastyJson)
    .map(([name, json]) => [`${name}:${json}`]);
  const beside = fc.oneof(
    { weight: 30, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: foreign },
  );
  return fc.tuple(...members, beside).map((all) => `{${all.flat().join(",")}}`);
}
