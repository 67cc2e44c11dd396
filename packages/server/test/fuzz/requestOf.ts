import fc from "fast-check";
import type { Caller } from "../support/callers.ts";
import { type DocumentedOperation, documentedOperations } from "../support/contract.ts";
import { bodyOf } from "./bodyOf.ts";
import { jsonOf, type Schema } from "./jsonOf.ts";
import type { Names } from "./known.ts";
import { nastyText } from "./nasty.ts";

/** A request as it goes over the wire. */
export interface FuzzedRequest {
  /** Whose form it has. */
  readonly operation: string;
  readonly method: string;
  /** As it is sent: not all of it need be well-formed. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer | undefined;
  /** Which of the callers sends it, from 0. */
  readonly caller: number;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

/** Percent-encoded, a lone surrogate as the three bytes that nobody may send. */
function encoded(text: string): string {
  return [...text]
    .map((one) => (/^[\ud800-\udfff]$/.test(one) ? "%ED%A0%80" : encodeURIComponent(one)))
    .join("");
}

/** The UTF-8 bytes of a text as they are, but for those that Node refuses to send. */
function bytesOf(text: string, least: string): string {
  const bytes = [...Buffer.from(text, "utf8").toString("latin1")];
  return bytes.filter((byte) => byte >= least && byte !== "\x7f").join("");
}

const written = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(text, fc.integer({ min: 0, max: 39 }))
    .map(([value, lot]) => (lot === 0 ? bytesOf(value, "!") : encoded(value)));

/** What a parameter is to be, as its text. */
function textOf({ schema, name }: Parameter, names: Names): fc.Arbitrary<string> {
  return jsonOf(schema, name, names).map((json) => (json.startsWith('"') ? unquoted(json) : json));
}

function unquoted(json: string): string {
  try {
    return String(JSON.parse(json));
  } catch {
    return json;
  }
}

function paths(path: string, parameters: readonly Parameter[], names: Names): fc.Arbitrary<string> {
  const parts = path.split(/\{(\w+)\}/).map((part, index) => {
    if (index % 2 === 0) return fc.constant(part);
    const parameter = parameters.find(({ name }) => name === part);
    return written(parameter === undefined ? nastyText : textOf(parameter, names));
  });
  return fc.tuple(...parts).map((all) => all.join(""));
}

function queries(parameters: readonly Parameter[], names: Names): fc.Arbitrary<string> {
  const named = parameters.map((parameter) =>
    fc
      .tuple(written(textOf(parameter, names)), fc.integer({ min: 0, max: 9 }))
      .map(([value, lot]) => {
        if (lot > (parameter.required === true ? 8 : 3)) return [];
        const pair = `${parameter.name}=${value}`;
        return lot === 3 ? [pair, pair] : [pair];
      }),
  );
  const foreign = fc.oneof(
    { weight: 30, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: written(nastyText).map((text) => [`${text}=1`]) },
    { weight: 1, arbitrary: written(nastyText).map((text) => [`nobody=${text}`]) },
  );
  return fc.tuple(...named, foreign).map((all) => {
    const pairs = all.flat();
    return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
  });
}

type Headers = readonly (readonly [string, string])[];

/** A header value that Node sends: what else there is, is sent by hand in rawRequests.test.ts. */
const headerText = nastyText.map((text) => bytesOf(text, " "));

const sometimes = (weight: number, name: string, value: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 100 - weight, arbitrary: fc.constant<Headers>([]) },
    { weight, arbitrary: value.map((text): Headers => [[name, text]]) },
  );

function headers(parameters: readonly Parameter[]): fc.Arbitrary<Headers> {
  const own = parameters.map((parameter) => {
    const value = fc.oneof(fc.constantFrom('"1"', "*", "key-1"), headerText);
    return sometimes(20, parameter.name, value);
  });
  const accept = fc.constantFrom("text/csv", "application/json", "*/*;q=0", "text/csv;q=0.1", ",");
  return fc
    .tuple(
      ...own,
      sometimes(10, "accept", fc.oneof(accept, headerText)),
      sometimes(2, "x-request-id", headerText),
      sometimes(1, "if-none-match", headerText),
      sometimes(1, "origin", headerText),
      sometimes(1, "accept-encoding", fc.constantFrom("gzip", "br;q=x", "identity;q=0")),
      sometimes(1, "x-http-method-override", fc.constant("DELETE")),
    )
    .map((all) => all.flat());
}

const otherMethods = ["GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "PROPFIND"];

/** What requests are made of, beside the document. */
export interface Sources {
  /** Who may send them. */
  readonly callers: readonly Caller[];
  /** What they may be about. */
  readonly names: Names;
}

/** Requests for one operation of the document. */
function requestFor(
  operation: DocumentedOperation,
  { callers, names }: Sources,
): fc.Arbitrary<FuzzedRequest> {
  const own = operation.parameters as readonly Parameter[];
  const among = (place: string) => own.filter((parameter) => parameter.in === place);
  const verb = operation.method.toUpperCase();
  const method = fc.oneof(
    { weight: 40, arbitrary: fc.constant(verb) },
    { weight: 1, arbitrary: fc.constantFrom(...otherMethods) },
  );
  const path = fc
    .tuple(paths(operation.path, among("path"), names), queries(among("query"), names))
    .map((parts) => parts.join(""));
  return fc
    .tuple(
      method,
      path,
      headers(among("header")),
      bodyOf(operation, names),
      callerOf(operation, callers),
    )
    .map(([method, path, headers, [body, type], caller]) => ({
      operation: operation.operationId,
      method,
      path,
      headers: type === undefined ? headers : [...headers, ["content-type", type] as const],
      body,
      caller,
    }));
}

/** Mostly somebody whom the operation is for. */
function callerOf(
  { security }: DocumentedOperation,
  callers: readonly Caller[],
): fc.Arbitrary<number> {
  const roles = security.flatMap(({ apiKey = [], token = [] }) => [...apiKey, ...token]);
  const all = callers.map((_, index) => index);
  const meant = all.filter((index) => roles.includes(callers[index]?.role ?? ""));
  return fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...(meant.length > 0 ? meant : all)) },
    { weight: 1, arbitrary: fc.constantFrom(...all) },
  );
}

/** Requests for any operation, each as often as any other, and some for addresses of nobody. */
export function requestOf(sources: Sources): fc.Arbitrary<FuzzedRequest> {
  const nowhere = {
    ...documentedOperations[0],
    operationId: "nowhere",
    path: "/v1/{a}/{b}",
    parameters: [],
  } as DocumentedOperation;
  const all = [...documentedOperations, nowhere].map((one) => requestFor(one, sources));
  return fc.oneof(...all);
}
