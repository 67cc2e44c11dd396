import { problems } from "@milepost/server";
import type { DocumentedOperation } from "../support/contract.ts";
import { bodyFault } from "./bodyFault.ts";
import type { Finding, FindingKind } from "./Finding.ts";
import type { FuzzAnswer, NoAnswer } from "./FuzzAnswer.ts";
import type { FuzzRequest } from "./FuzzRequest.ts";
import { formulasIn } from "./formulasIn.ts";
import { leakIn } from "./leakIn.ts";
import { operationsAt } from "./operationsAt.ts";
import { unfitText } from "./unfitText.ts";

type Fault = readonly [FindingKind, string];

/** Texts of a tenant's own hold this and the tenant's name: see `seedWorld`. */
const secret = /Secret of (\w+)/g;

/** All that is wrong with an answer, by the document and by what no answer may hold. */
export function checkAnswer(request: FuzzRequest, answer: FuzzAnswer | NoAnswer): Finding[] {
  const { operation } = request;
  if (typeof answer === "string") return [{ kind: answer, operation, says: "There is no answer." }];
  const faults = [...documentFaults(request, answer), ...contentFaults(request, answer)];
  return faults.map(([kind, says]) => ({ kind, operation, says }));
}

function documentFaults(request: FuzzRequest, answer: FuzzAnswer): Fault[] {
  const { status } = answer;
  if (status >= 500) return [["server error", `${status} ${start(answer)}`]];
  const wasRefused = transportFaults(request, answer);
  if (wasRefused !== null) return wasRefused;
  const { path, operations, isSpelledOut } = operationsAt(request.target);
  const verb = request.method === "HEAD" ? "get" : request.method.toLowerCase();
  const operation = operations.find(({ method }) => method === verb);
  if (path === null) return strayFaults(answer, ["request_invalid", "route_not_found"]);
  if (request.method === "OPTIONS") return optionsFaults(answer, operations.length > 0);
  if (operation !== undefined) {
    const isElsewhere = isSpelledOut && status === 404 && codeOf(answer) === "route_not_found";
    return isElsewhere ? [] : operationFaults(operation, request, answer);
  }
  // No part of the API: it leads whoever types the bare address to the page.
  if (path === "/" && status === 302 && answer.headers.location === "/v1/docs") return [];
  if (operations.length === 0 && path !== "/") return strayFaults(answer, ["route_not_found"]);
  const lacksAllow: Fault[] =
    answer.headers.allow === undefined ? [["status", `${status} without Allow`]] : [];
  return [...lacksAllow, ...strayFaults(answer, ["method_not_allowed"])];
}

/** Of what was refused before it was a request; null where it came to be one. */
function transportFaults(request: FuzzRequest, answer: FuzzAnswer): Fault[] | null {
  const { target, headers, isMalformed, caller } = request;
  const names = [...headers, ["authorization", caller.authorization ?? ""]];
  const head = names.reduce((sum, [name = "", value = ""]) => sum + name.length + value.length, 0);
  // Node counts the line and the headers in a way of its own.
  if (answer.status === 431 && target.length + head > 15_000) {
    return strayFaults(answer, ["headers_too_large"]);
  }
  // What a wrong length leaves of a body may be refused for something else.
  if (isMalformed && codeOf(answer) === "request_invalid") {
    return strayFaults(answer, ["request_invalid"]);
  }
  return null;
}

function optionsFaults({ status, headers }: FuzzAnswer, isThere: boolean): Fault[] {
  if (status === 404 && !isThere) return [];
  // A browser that asks beforehand is told what its page may do, which is nothing here.
  const isPreflight = headers.vary !== undefined || headers.allow !== undefined;
  return status === 204 && isPreflight ? [] : [["status", `OPTIONS is answered ${status}.`]];
}

function strayFaults(answer: FuzzAnswer, codes: readonly (keyof typeof problems)[]): Fault[] {
  const { status, headers, body } = answer;
  const expected = codes.find((code) => problems[code].status === status);
  if (expected === undefined) return [["status", `${status}, not that of ${codes.join(", ")}`]];
  if (headers["content-type"] !== "application/problem+json") {
    return [["media type", `${status} ${headers["content-type"]}`]];
  }
  // An answer to HEAD has none.
  if (body.byteLength === 0) return [];
  return codeOf(answer) === expected ? [] : [["code", `${status} ${codeOf(answer)}`]];
}

function operationFaults(
  { responses, security }: DocumentedOperation,
  { method, caller }: FuzzRequest,
  answer: FuzzAnswer,
): Fault[] {
  const { status, headers, body } = answer;
  if (caller.tenant === null && security.length > 0 && status < 400) {
    return [["leak", `${status} for ${caller.name}, whom nobody knows.`]];
  }
  const documented = responses[status];
  if (documented === undefined) return [["status", `${status} ${start(answer)}`]];
  const type = headers["content-type"]?.split(";")[0];
  if (documented.content === undefined) {
    return body.byteLength > 0 ? [["media type", `${status} has a body.`]] : [];
  }
  const media = documented.content[type ?? ""];
  if (media === undefined) return [["media type", `${status} ${type}`]];
  if (method === "HEAD") return body.byteLength > 0 ? [["schema", "HEAD has a body."]] : [];
  if (type?.includes("json") !== true) return [];
  const value = parsed(body);
  if (value === undefined) return [["schema", `${status} is no JSON: ${start(answer)}`]];
  const fault = bodyFault(media.schema, value);
  if (fault !== null) return [["schema", `${status} ${fault}`]];
  if (status < 400) return [];
  const code = codeOf(answer);
  const isListed = documented.description.includes(`\`${code}\`:`);
  const isOfStatus = Reflect.get(value, "status") === status;
  return isListed && isOfStatus ? [] : [["code", `${status} ${code}`]];
}

function contentFaults(
  { caller, method }: FuzzRequest,
  { status, headers, body }: FuzzAnswer,
): Fault[] {
  const type = headers["content-type"] ?? "";
  const text = body.toString("utf8");
  const leak = status >= 400 ? leakIn(text) : null;
  const others = [...text.matchAll(secret)].filter(([, of]) => of !== caller.tenant);
  const value = type.includes("json") ? parsed(body) : undefined;
  const unfit = value === undefined ? null : unfitText(value);
  const isFile = type.startsWith("text/csv") && method !== "HEAD";
  const formulas = isFile ? formulasIn(text) : [];
  return [
    ...(leak === null ? [] : [["leak", `${status} ${leak}`] as const]),
    ...others.slice(0, 1).map(([words]) => ["leak", `${caller.name} is told “${words}”.`] as const),
    ...(unfit === null ? [] : [["text", `${status} ${unfit}`] as const]),
    ...formulas.slice(0, 1).map((says) => ["formula", says] as const),
  ];
}

function codeOf({ body }: FuzzAnswer): unknown {
  const value = parsed(body);
  return value === undefined ? undefined : Reflect.get(value, "code");
}

/** Undefined where it is no object of JSON. */
function parsed(body: Buffer): object | undefined {
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const start = ({ body }: FuzzAnswer) => body.toString("utf8").slice(0, 300);
