import fc from "fast-check";
import type { DocumentedOperation } from "../support/contract.ts";
import { hostileTexts } from "./hostileTexts.ts";
import type { World } from "./World.ts";

type Header = readonly [string, string];

/** What a header's value can hold at all: the rest no client can send. */
const sendable = hostileTexts.filter((text) => /^[\t\x20-\x7e\x80-\xff]*$/.test(text));

const keys = ["k1", "k2", "k3", "k4", "k5", "k6"];
const tags = [
  "*",
  "*",
  '"1"',
  '"2"',
  '"3"',
  '"99999999999"',
  'W/"1"',
  "*",
  '"1", "2"',
  "1",
  '""',
  '"-1"',
];
const accepts = [
  "application/json",
  "*/*",
  "text/csv",
  "text/csv, */*",
  "text/csv;q=0.5, application/json;q=0.4",
  "text/csv;q=x",
  "text/html",
  "text/event-stream",
  "application/problem+json",
  ";;;,,,q=",
];

/** Headers that change what is answered, or must not. */
export function extraHeaders(
  operation: DocumentedOperation,
  world: World,
): fc.Arbitrary<readonly Header[]> {
  const own = operation.parameters.filter((one) => one.in === "header");
  const documented = own.map(({ name }) =>
    fc.oneof(
      { weight: 40, arbitrary: fc.constant(null) },
      { weight: 10, arbitrary: valuesOf(name, world).map((value): Header => [name, value]) },
      { weight: 1, arbitrary: fc.constantFrom(...sendable).map((value): Header => [name, value]) },
    ),
  );
  const accept = fc.constantFrom(...accepts).map((value): Header => ["accept", value]);
  return fc
    .tuple(
      fc.tuple(...documented),
      fc.option(accept, { nil: null, freq: 2 }),
      fc.oneof(
        { weight: 12, arbitrary: fc.constant<readonly Header[]>([]) },
        { weight: 3, arbitrary: fc.array(strange, { minLength: 1, maxLength: 3 }) },
      ),
    )
    .map(([named, type, others]) => [...named, type, ...others].filter((one) => one !== null));
}

function valuesOf(name: string, world: World): fc.Arbitrary<string> {
  // Mostly a key of the request's own: one that was used before is refused for another request.
  if (name === "idempotency-key") return fc.oneof(fc.uuid(), fc.constantFrom(...keys));
  if (name === "last-event-id") return fc.constantFrom(...(world.names.after ?? [""]));
  return fc.constantFrom(...tags);
}

const strange: fc.Arbitrary<Header> = fc.oneof(
  fc.constantFrom<Header[]>(
    ["x-http-method-override", "DELETE"],
    ["x-forwarded-host", "evil.example"],
    ["x-forwarded-for", "127.0.0.1, ::1"],
    ["x-original-url", "/v1/courses"],
    ["x-request-id", "a\tb"],
    ["x-request-id", "é".repeat(200)],
    ["origin", "null"],
    ["origin", "http://evil.example"],
    ["access-control-request-method", "PUT"],
    ["cookie", "a=b; __proto__=c"],
    ["range", "bytes=0-1"],
    ["accept-encoding", "gzip, br, x"],
    ["content-encoding", "gzip"],
    ["content-language", "é"],
    ["if-modified-since", "never"],
    ["if-none-match", "*"],
    ["if-match", '"1"'],
    ["prefer", "respond-async"],
    ["te", "trailers"],
    ["idempotency-key", "x".repeat(201)],
    ["accept", "text/csv"],
    ["x-long", "x".repeat(6_000)],
  ),
  fc
    .tuple(
      fc.constantFrom("x-any", "x-request-id", "idempotency-key", "if-match", "accept"),
      fc.constantFrom(...sendable),
    )
    .map((header): Header => header),
);
