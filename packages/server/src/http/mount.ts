import type { Scope } from "@milepost/engine";
import type { Context, Hono } from "hono";
import type { Caller } from "../auth/Caller.ts";
import type { Services } from "../createApp.ts";
import { prefersCsv } from "../csv/prefersCsv.ts";
import { retryingOnce } from "../database/retryingOnce.ts";
import { answerStream } from "../feed/answerStream.ts";
import type { AppEnv } from "./AppEnv.ts";
import { answerCsv } from "./answerCsv.ts";
import { answerOnce, idempotentRequest, type SentAnswer } from "./idempotency.ts";
import { jsonText } from "./jsonText.ts";
import { nextLink } from "./nextLink.ts";
import type { Answer, AnyCall, Completing, Operation, Unfinished } from "./operation.ts";
import { Problem } from "./Problem.ts";
import { parse } from "./parse.ts";
import { parseBody } from "./parseBody.ts";
import { readBody } from "./readBody.ts";
import { withDeadline } from "./withDeadline.ts";

interface Received {
  readonly call: Omit<AnyCall, "db">;
  readonly bytes: Uint8Array;
}

/**
 * Puts an operation at its address. What is the same for all of them is done here: who
 * calls, what was sent, the limits, and carrying out a repeated request once.
 */
export function mount(app: Hono<AppEnv>, operation: Operation, services: Services): void {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, ":$1");
  app.on(operation.method, path, async (c) => {
    c.set("route", operation.path);
    const endsAt = performance.now() + services.limits.requestMs;
    if (services.pool.waitingCount >= services.limits.waiting) throw new Problem("database_busy");
    const received = await receive(c, operation, { services, endsAt });
    if (operation.stream !== undefined) {
      const call = { ...received.call, db: services.db };
      return answerStream(c, operation.stream, { call, services, endsAt });
    }
    const byAccept = operation.csv === undefined ? {} : { vary: "accept" };
    if (operation.csv !== undefined && prefersCsv(c.req.header("accept"))) {
      const call = { ...received.call, db: services.db };
      const file = retryingOnce(() => answerCsv(c, operation, { call, logger: services.logger }));
      const response = await withDeadline(file, endsAt, "timed_out");
      response.headers.set("vary", "accept");
      return response;
    }
    const carriedOut = retryingOnce(() => carryOut(c, operation, { received, services }));
    const work = complete(operation, { ...received.call, endsAt }, carriedOut);
    const { status, body, headers } = await withDeadline(work, endsAt, "timed_out");
    const { tenant } = received.call.caller;
    const mayHaveWritten = operation.method !== "get";
    services.onCall?.(tenant, mayHaveWritten);
    if (mayHaveWritten) services.feed.poke(tenant);
    if (body === "") return new Response(null, { status, headers });
    const type = { "content-type": "application/json" };
    return new Response(body, { status, headers: { ...type, ...byAccept, ...headers } });
  });
}

/** The request, parsed. Who may not call is told so before anything they sent is looked at. */
async function receive(
  c: Context<AppEnv>,
  operation: Operation,
  { services, endsAt }: { services: Services; endsAt: number },
): Promise<Received> {
  const asked = services.authenticate(c.req.header("authorization"));
  const caller = await withDeadline(asked, endsAt, "timed_out");
  c.set("caller", caller);
  const taken = services.limiter.take(caller);
  if (taken !== undefined) await withDeadline(taken, endsAt, "timed_out");
  const params = permittedParams(c, operation, caller);
  const query = parse(operation.query, queryOf(c.req.url), "query");

  let bytes: Uint8Array = new Uint8Array();
  let body: unknown;
  if (operation.body) {
    const { bodyBytes, largeBodyBytes } = services.limits;
    const limit = operation.body.large ? largeBodyBytes : bodyBytes;
    bytes = await withDeadline(readBody(c.req.raw, limit), endsAt, "request_too_slow");
    body = parseBody(operation.body, c.req.header("content-type"), bytes);
  }
  const { tenant, actor } = caller;
  const scope: Scope = { tenant, actor, now: services.now?.() };
  const header = (name: string) => c.req.header(name);
  const { recorder, outlines, feed, intake, webhooks } = services;
  const tools = { recorder, outlines, feed, intake, webhooks };
  return { call: { ...tools, scope, caller, params, query, body, header }, bytes };
}

function permittedParams(c: Context, operation: Operation, caller: Caller) {
  const isPermitted = caller.mayAll || operation.roles.includes(caller.role);
  if (!isPermitted) throw new Problem("forbidden");
  // Hono leaves what it can't decode as it stands: another id than was meant.
  if (c.req.url.includes("%") && !isDecodable(new URL(c.req.url).pathname)) {
    throw new Problem("request_invalid", { detail: "The path is not percent-encoded UTF-8." });
  }
  const params = parse(operation.params, c.req.param(), "path");
  if (caller.learner !== null && "learner" in params && params.learner !== caller.learner) {
    throw new Problem("forbidden", { detail: "A learner's token reaches their own record only." });
  }
  return params;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** A parameter given twice reads as an array, which no schema takes. */
function queryOf(url: string): Record<string, string | string[]> {
  if (!url.includes("?")) return {};
  const { searchParams } = new URL(url);
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const [value = "", ...more] = searchParams.getAll(name);
      return [name, more.length === 0 ? value : [value, ...more]];
    }),
  );
}

/** A PUT or a DELETE may be repeated as it is; a POST only by its Idempotency-Key. */
async function carryOut(
  c: Context<AppEnv>,
  operation: Operation,
  { received: { call, bytes }, services: { pool, db } }: { received: Received; services: Services },
): Promise<SentAnswer> {
  const { url, method } = c.req;
  const act = async (on: AnyCall["db"]) => toSent(await operation.handle({ ...call, db: on }), url);
  const key = call.header("idempotency-key");
  if (key === undefined || operation.method !== "post") return act(db);
  const { pathname, search } = new URL(url);
  const request = { method, path: pathname + search, body: bytes };
  const idempotent = idempotentRequest(key, call.caller, request);
  return answerOnce(pool, idempotent, { scope: call.scope, act });
}

/** Does what is left to an operation once its answer is kept. */
async function complete(
  operation: Operation,
  call: Completing,
  carriedOut: Promise<SentAnswer>,
): Promise<SentAnswer> {
  const sent = await carriedOut;
  if (operation.complete === undefined) return sent;
  const body = await operation.complete(call, JSON.parse(sent.body));
  return { ...sent, body: jsonText(body) };
}

function toSent(answer: Answer<unknown> | Unfinished, url: string): SentAnswer {
  if ("unfinished" in answer) {
    return { status: answer.status ?? 200, body: jsonText(answer.unfinished), headers: {} };
  }
  const { status = 200, body, headers = {} } = answer;
  if (body === null) return { status, body: "", headers };
  return { status, body: jsonText(body), headers: { ...headers, ...nextLink(url, body) } };
}
