import fc from "fast-check";
import { document } from "../support/contract.ts";
import type { World } from "./World.ts";

/** The parts of JSON Schema that the document uses. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
}

const schemas: Readonly<Record<string, Schema>> = document.components.schemas;

/**
 * Values that a schema of the document allows, mostly such as mean something in the world.
 *
 * @param name - of the field or parameter; of a schema's own field `LessonInput.id`
 */
export function schemaValue(schema: Schema, name: string, world: World): fc.Arbitrary<unknown> {
  const { $ref, type } = schema;
  if ($ref !== undefined) {
    const referred = $ref.split("/").at(-1) ?? "";
    return schemaValue(schemas[referred] ?? {}, referred, world);
  }
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.anyOf !== undefined) {
    return fc.oneof(...schema.anyOf.map((one) => schemaValue(one, name, world)));
  }
  if (typeof type === "object") {
    return fc.oneof(...type.map((one) => schemaValue({ ...schema, type: one }, name, world)));
  }
  if (type === "object") return objectValue(schema, name, world);
  if (type === "array") return arrayValue(schema, name, world);
  if (type === "string") return stringValue(schema, name, world);
  if (type === "integer" || type === "number") return numberValue(schema);
  return type === "boolean" ? fc.boolean() : fc.constant(null);
}

function objectValue(schema: Schema, name: string, world: World): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  if (typeof additionalProperties === "object") {
    const keys = stringValue({}, name, world);
    return fc.dictionary(keys, schemaValue(additionalProperties, name, world), { maxKeys: 1 });
  }
  const fields = Object.entries(properties).map(([field, value]) => {
    // What an id is of, only its object says.
    const own = field === "id" ? `${name}.id` : field;
    return [field, schemaValue(value, own, world)] as const;
  });
  return fc.record(Object.fromEntries(fields), {
    requiredKeys: [...required],
    noNullPrototype: true,
  });
}

function arrayValue(schema: Schema, name: string, world: World): fc.Arbitrary<unknown> {
  const item = schemaValue(schema.items ?? {}, name, world);
  return fc.oneof(
    { weight: 30, arbitrary: fc.array(item, { maxLength: 5 }) },
    { weight: 3, arbitrary: fc.array(item, { minLength: 20, maxLength: 60 }) },
  );
}

function stringValue(schema: Schema, name: string, world: World): fc.Arbitrary<string> {
  const { minLength = 0, maxLength = 300 } = schema;
  if (schema.format === "date-time") return instantValue();
  if (schema.format === "date") return fc.constantFrom(...dates);
  const known = world.names[name] ?? [];
  const text = fc.oneof(
    fc.string({ minLength: Math.max(minLength, 1), maxLength: Math.min(maxLength, 12) }),
    fc.string({
      unit: "grapheme",
      minLength: Math.max(minLength, 1),
      maxLength: Math.min(maxLength, 6),
    }),
    fc.constantFrom("a".repeat(minLength), "é".repeat(maxLength)),
  );
  if (schema.pattern !== undefined || schema.format !== undefined) {
    return fc.constantFrom(...(known.length > 0 ? known : [""]));
  }
  if (known.length === 0) return text;
  return fc.oneof(
    // Looked up when it is made: ids change.
    { weight: 12, arbitrary: fc.nat(known.length - 1).map((at) => known[at] ?? "") },
    { weight: 1, arbitrary: text },
  );
}

function numberValue({ minimum = -(2 ** 31), maximum = 2 ** 31 - 1 }: Schema) {
  return fc.oneof(
    fc.integer({ min: minimum, max: Math.min(maximum, minimum + 40) }),
    fc.constantFrom(minimum, maximum),
    fc.integer({ min: minimum, max: maximum }),
  );
}

const dates = ["2026-04-24", "2026-12-31", "2028-02-29", "2000-01-01", "9999-12-31", "2027-03-28"];
const minuteMs = 60_000;
const yearMs = 366 * 24 * 60 * minuteMs;

/** Mostly of these years, in any of the ways that RFC 3339 has of writing it. */
function instantValue(): fc.Arbitrary<string> {
  const near = fc
    .integer({ min: Math.floor((-2 * yearMs) / minuteMs), max: Math.floor(yearMs / minuteMs) })
    .map((minutes) => new Date(Date.now() + minutes * minuteMs).toISOString());
  return fc.oneof(
    { weight: 12, arbitrary: near },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        "2000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z",
        "9999-12-31T23:59:59-23:59",
        "2026-03-29T02:30:00+01:00",
        "2026-03-01t09:00:00.5z",
        "2026-03-01T09:00:00.123456789Z",
        "2099-06-01T00:00:00+14:00",
      ),
    },
  );
}
