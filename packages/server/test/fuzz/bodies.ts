import { gzipSync } from "node:zlib";
import fc from "fast-check";
import type { DocumentedOperation } from "../support/contract.ts";
import { hostileTexts } from "./hostileTexts.ts";
import { hostileValues } from "./hostileValues.ts";
import { schemaValue } from "./schemaValue.ts";
import { type Spoiling, spoil } from "./spoil.ts";
import type { World } from "./World.ts";
import { writeJson } from "./writeJson.ts";

/** A body, and what its Content-Type calls it. */
export interface FuzzBody {
  readonly bytes: Uint8Array | null;
  readonly type: string | null;
}

const encode = (text: string) => new TextEncoder().encode(text);
const json = "application/json";
const mebibyte = 1024 * 1024;

/** Bodies for an operation: what its schema allows, that with one thing spoiled, and other bytes. */
export function bodiesFor(operation: DocumentedOperation, world: World): fc.Arbitrary<FuzzBody> {
  const schema = operation.requestBody?.content[json]?.schema;
  if (schema === undefined) return noBody();
  const value = schemaValue(schema, "body", world);
  const spoiled = fc
    .tuple(value, fc.array(spoilings(), { minLength: 1, maxLength: 2 }))
    .map(([whole, all]) => all.reduce(spoil, whole));
  const asJson = (arbitrary: fc.Arbitrary<unknown>) =>
    arbitrary.map((whole): FuzzBody => ({ bytes: encode(writeJson(whole)), type: json }));
  const inLines = operation.requestBody?.content["application/x-ndjson"] !== undefined;
  return fc.oneof(
    { weight: 60, arbitrary: asJson(value) },
    { weight: 25, arbitrary: asJson(spoiled) },
    { weight: 8, arbitrary: fc.tuple(value, strangeBytes).map(([whole, make]) => make(whole)) },
    { weight: 3, arbitrary: mislabelled(value) },
    { weight: 2, arbitrary: fc.constantFrom<FuzzBody>({ bytes: null, type: null }) },
    { weight: inLines ? 40 : 1, arbitrary: lines(fc.oneof(value, spoiled)) },
  );
}

/** An operation that takes no body gets one now and then. */
function noBody(): fc.Arbitrary<FuzzBody> {
  return fc.oneof(
    { weight: 30, arbitrary: fc.constant<FuzzBody>({ bytes: null, type: null }) },
    { weight: 1, arbitrary: fc.constant<FuzzBody>({ bytes: encode("{"), type: json }) },
  );
}

function spoilings(): fc.Arbitrary<Spoiling> {
  return fc.record({
    how: fc.constantFrom(
      "replace",
      "replace",
      "replace",
      "remove",
      "add",
      "wrap",
      "repeat",
      "rename",
    ),
    at: fc.nat({ max: 200 }),
    value: fc.oneof(fc.constantFrom(...hostileValues), fc.string({ unit: "binary" }), fc.double()),
    name: fc.constantFrom("extra", "", "__proto__", "constructor", "ID", ...hostileTexts.slice(6)),
  });
}

/** The same body in bytes that are not quite, or not at all, JSON in UTF-8. */
const strangeBytes = fc.constantFrom<((value: unknown) => FuzzBody)[]>(
  (value) => ({ bytes: encode(`\ufeff${writeJson(value)}`), type: json }),
  (value) => ({ bytes: Buffer.from(writeJson(value), "utf16le"), type: json }),
  (value) => ({ bytes: encode(writeJson(value).slice(0, -1)), type: json }),
  (value) => ({ bytes: encode(`${writeJson(value)}{}`), type: json }),
  (value) => ({ bytes: encode(`${writeJson(value).slice(0, -1)}🙂}`), type: json }),
  (value) => ({ bytes: encode(` \r\n\t${writeJson(value)}\n`), type: json }),
  (value) => ({ bytes: gzipSync(encode(writeJson(value))), type: json }),
  (value) => ({ bytes: withByte(encode(writeJson(value)), 0xff), type: json }),
  (value) => ({ bytes: withByte(encode(writeJson(value)), 0xc0), type: json }),
  (value) => ({ bytes: withByte(encode(writeJson(value)), 0x00), type: json }),
  () => ({ bytes: new Uint8Array(), type: json }),
  () => ({ bytes: encode("["), type: json }),
  () => ({ bytes: encode("[".repeat(200_000)), type: json }),
  () => ({ bytes: encode('{"a":'.repeat(100_000)), type: json }),
  () => ({ bytes: encode(`{"a":"${"\\u0000".repeat(10_000)}"}`), type: json }),
  () => ({ bytes: encode(`[${"0,".repeat(20_000)}0]`), type: json }),
  () => ({ bytes: encode(`{"attempts":[${"{},".repeat(20_000)}{}],"reason":"a"}`), type: json }),
  () => ({ bytes: encode(`{"learners":[${'"a",'.repeat(20_000)}"a"]}`), type: json }),
  () => ({ bytes: encode(writeJson({ events: Array(5_001).fill(event) })), type: json }),
  () => ({ bytes: encode(writeJson({ events: Array(500).fill(event) })), type: json }),
  () => ({ bytes: encode(writeJson({ learners: unlike(10_001) })), type: json }),
  () => ({ bytes: encode(writeJson({ learners: unlike(300) })), type: json }),
  () => ({ bytes: encode(writeJson({ title: "a", lessons: lessons(2_001) })), type: json }),
  () => ({ bytes: encode(writeJson({ title: "a", lessons: lessons(300) })), type: json }),
  () => ({ bytes: new Uint8Array(mebibyte + 1).fill(0x20), type: json }),
);

const event = { type: "lesson.completed", learner: "ada", lesson: "fs-1" };
const unlike = (count: number) => Array.from({ length: count }, (_, n) => `many-${n}`);
const lessons = (count: number) => unlike(count).map((id) => ({ id, title: id }));

function withByte(bytes: Uint8Array, byte: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[Math.floor(copy.length / 2)] = byte;
  return copy;
}

function mislabelled(value: fc.Arbitrary<unknown>): fc.Arbitrary<FuzzBody> {
  const types = fc.constantFrom(
    null,
    "",
    "text/plain",
    "application/xml",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/json; charset=utf-16",
    'application/json;charset="utf-8"',
    "APPLICATION/JSON",
    "application/json, text/plain",
    "application/x-ndjson",
    "application/jsonx",
    "application/merge-patch+json",
    ";",
    "é/ü",
  );
  return fc
    .tuple(value, types)
    .map(([whole, type]): FuzzBody => ({ bytes: encode(writeJson(whole)), type }));
}

/** One JSON value a line, some of them none. */
function lines(value: fc.Arbitrary<unknown>): fc.Arbitrary<FuzzBody> {
  const line = fc.oneof(
    { weight: 8, arbitrary: value.map(eventsOf) },
    { weight: 1, arbitrary: fc.constantFrom(...hostileValues).map(writeJson) },
    { weight: 1, arbitrary: fc.constantFrom("🙂", "{", "\0", "\ufeff{}", "[1]🙂") },
  );
  return fc.array(line, { maxLength: 4 }).map((all) => ({
    bytes: encode(all.join("\n")),
    type: "application/x-ndjson",
  }));
}

function eventsOf(batch: unknown): string {
  const events: unknown =
    typeof batch === "object" && batch !== null ? Reflect.get(batch, "events") : undefined;
  return Array.isArray(events) ? events.map(writeJson).join("\r\n") : writeJson(batch);
}
