import type { Scope } from "@milepost/engine";
import type { Context, Hono } from "hono";
import type { Caller } from "../auth/Caller.ts";
import type { Services } from "../createApp.ts";
import type { AppEnv } from "./AppEnv.ts";
import { answerOnce, idempotentRequest, type SentAnswer } from "./idempotency.ts";
import { nextLink } from "./nextLink.ts";
import type { Answer, Call, Operation } from "./operation.ts";
import { Problem } from "./Problem.ts";
import { parse } from "./parse.ts";
import { parseBody } from "./parseBody.ts";
import { readBody } from "./readBody.ts";
import { retryingOnce } from "./retryingOnce.ts";
import { withDeadline } from "./withDeadline.ts";

/** Puts an operation at its address. */
export function mount(app: Hono<AppEnv>, operation: Operation, services: Services): void {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, ":$1");
  app.on(operation.method, path, async (c) => {
    c.set("route", operation.path);
    const endsAt = performance.now() + services.limits.requestMs;
    const caller = await withDeadline(
      services.authenticate(c.req.header("authorization")),
      endsAt,
      "timed_out",
    );
    c.set("caller", caller);
    const params = checkedParams(c, operation, caller);
    const query = parse(operation.query, queryOf(c.req.url), "query");
    const { bytes, body } = await bodyOf(c, operation, { limits: services.limits, endsAt });

    const scope: Scope = { tenant: caller.tenant, actor: caller.actor, now: services.now?.() };
    const header = (name: string) => c.req.header(name);
    const call = { scope, caller, params, query, body, header };
    const key = operation.method === "post" ? header("idempotency-key") : undefined;
    const carryOut = () => {
      const act = async (db: Call<unknown, unknown, unknown>["db"]) =>
        toSent(await operation.handle({ ...call, db }), c.req.url);
      if (key === undefined) return act(services.pool);
      const request = { method: c.req.method, path: pathAndQuery(c.req.url), body: bytes };
      return answerOnce(services.pool, idempotentRequest(key, caller, request), { scope, act });
    };
    const answer = await withDeadline(retryingOnce(carryOut), endsAt, "timed_out");
    return respond(answer);
  });
}

/** Who may not call is told so before anything they sent is looked at. */
function checkedParams(c: Context, operation: Operation, caller: Caller) {
  if (!operation.roles.includes(caller.role)) throw new Problem("forbidden");
  const params = parse(operation.params, c.req.param(), "path");
  if (caller.learner !== null && "learner" in params && params.learner !== caller.learner) {
    throw new Problem("forbidden", { detail: "A learner's token reaches their own record only." });
  }
  return params;
}

async function bodyOf(
  c: Context,
  { body: rule }: Operation,
  { limits, endsAt }: { limits: Services["limits"]; endsAt: number },
): Promise<{ bytes: Uint8Array; body: unknown }> {
  if (rule === undefined) return { bytes: new Uint8Array(), body: undefined };
  const limit = rule.large ? limits.largeBodyBytes : limits.bodyBytes;
  const bytes = await withDeadline(readBody(c.req.raw, limit), endsAt, "request_too_slow");
  return { bytes, body: parseBody(rule as never, c.req.header("content-type"), bytes) };
}

/** A parameter given twice reads as an array, which no schema takes. */
function queryOf(url: string): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  const { searchParams } = new URL(url);
  for (const name of new Set(searchParams.keys())) {
    const [value = "", ...more] = searchParams.getAll(name);
    query[name] = more.length === 0 ? value : [value, ...more];
  }
  return query;
}

function pathAndQuery(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

function toSent({ status = 200, body, headers = {} }: Answer<unknown>, url: string): SentAnswer {
  if (body === null) return { status, body: "", headers };
  return { status, body: JSON.stringify(body), headers: { ...headers, ...nextLink(url, body) } };
}

function respond({ status, body, headers }: SentAnswer): Response {
  if (body === "") return new Response(null, { status, headers });
  return new Response(body, {
    status,
    headers: { "content-type": "application/json", ...headers },
  });
}
