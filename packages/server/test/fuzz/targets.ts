import fc from "fast-check";
import type { DocumentedOperation } from "../support/contract.ts";
import { hostileTexts } from "./hostileTexts.ts";
import { hostileValues } from "./hostileValues.ts";
import { RawJson } from "./RawJson.ts";
import { schemaValue } from "./schemaValue.ts";
import type { World } from "./World.ts";

/** Pieces of a path as they stand in a request line. */
const rawPieces = [
  "..",
  ".",
  "%2e%2e%2f",
  "%2e%2e",
  "%2E",
  "..%2f..%2fetc%2fpasswd",
  "..%5c",
  "\\..\\",
  "%00",
  "ada%00",
  "%",
  "%zz",
  "%ff",
  "%c3",
  "%ed%a0%80",
  "%c0%ae",
  "//",
  "/",
  "",
  ";a=b",
  "ada;a=b",
  "ada%3Fx=1",
  "ada%23",
  "ada%2Fben",
  "ada%252F",
  "%u0041",
  "ada+ben",
  "ada%20",
  "%20",
  "%0d%0aX-Injected:%201",
  "*",
  ":learner",
  "{learner}",
  "__proto__",
  "~",
  "@",
  "'",
  '"',
  "<",
  "|",
  "^",
  "[::1]",
  "\u00e9",
  "x".repeat(255),
  "x".repeat(256),
  "x".repeat(4_000),
  "%41".repeat(255),
  "%F0%9F%99%82".repeat(255),
];

const rawQueries = [
  "?",
  "??",
  "?&&=",
  "?=",
  "?%",
  "?%ff=%ff",
  "?limit",
  "?limit=",
  "?limit=1&limit=2",
  "?__proto__=1",
  "?constructor=1",
  "?toString=1",
  "?limit[]=1",
  "?limit=%31",
  "?%6cimit=1",
  "?LIMIT=1",
  "?limit=+1",
  "?a=1#b",
  `?after=${"x".repeat(3_000)}`,
  `?${"a=1&".repeat(500)}`,
];

/** Paths and queries of an operation, as they stand in a request line. */
export function targetsOf(operation: DocumentedOperation, world: World): fc.Arbitrary<string> {
  const pieces = operation.path.split("/").map((piece) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    return name === undefined ? fc.constant(piece) : pathPiece(operation, name, world);
  });
  const path = fc.tuple(...pieces).map((all) => all.join("/"));
  return fc.tuple(path, queryOf(operation, world)).map(([way, query]) => way + query);
}

function pathPiece(
  { parameters }: DocumentedOperation,
  name: string,
  world: World,
): fc.Arbitrary<string> {
  const schema = parameters.find((one) => one.in === "path" && one.name === name)?.schema ?? {};
  return fc.oneof(
    { weight: 40, arbitrary: schemaValue(schema, name, world).map(String).map(encoded) },
    { weight: 3, arbitrary: fc.constantFrom(...hostileTexts).map(encoded) },
    { weight: 3, arbitrary: fc.constantFrom(...rawPieces) },
  );
}

const hostileParameters = hostileValues
  .map((value) => (value instanceof RawJson ? value.text : String(value)))
  // The request line and headers have 16 KiB; what exceeds them is tried by itself.
  .filter((text) => text.length <= 2_100);

/** As URLs carry it, which is without halves of surrogate pairs. */
function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, "\ufffd"));
}

function queryOf(operation: DocumentedOperation, world: World): fc.Arbitrary<string> {
  const parameters = operation.parameters.filter((one) => one.in === "query");
  const pairs = parameters.map(({ name, schema, required = false }) => {
    // Cursors lead somewhere in their own list alone.
    const own = `${operation.operationId}.${name}`;
    const value = fc.oneof(
      {
        weight: 14,
        arbitrary: schemaValue(schema, own in world.names ? own : name, world).map(String),
      },
      { weight: 1, arbitrary: fc.constantFrom(...hostileParameters) },
    );
    const pair = value.map((text) => `${name}=${encoded(text)}`);
    return fc.oneof(
      { weight: required ? 0 : 2, arbitrary: fc.constant("") },
      { weight: 1, arbitrary: pair },
    );
  });
  const own = fc.tuple(...pairs).map((all) => all.filter((pair) => pair !== "").join("&"));
  return fc.oneof(
    { weight: 30, arbitrary: own.map((text) => (text === "" ? "" : `?${text}`)) },
    { weight: 1, arbitrary: fc.constantFrom(...rawQueries) },
  );
}
