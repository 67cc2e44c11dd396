import { createClient, type MilepostClient } from "@milepost/client";
import { createApiKey, createTenant, type KeyRole } from "@milepost/engine";
import { type AppOptions, createApp, Intake, Webhooks } from "@milepost/server";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import type pg from "pg";
import { beforeAll, beforeEach } from "vitest";
import {
  type DatabaseKind,
  type TestDatabase,
  useDatabase,
} from "../../../../tests/support/useDatabase.ts";
import { checkContract } from "./contract.ts";

/** What a test sends without the client: no type keeps it from being wrong. */
export interface Sent {
  readonly token?: string | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly raw?: string | Uint8Array | ReadableStream;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestApi {
  readonly database: TestDatabase;
  /** What the server takes for the present; every test begins at the same. */
  readonly clock: { now: Date };
  /** What the server counted of facts: noted where a test flushes it. */
  readonly intake: Intake;
  /** API keys. */
  readonly service: string;
  readonly administrator: string;
  /** Keys of another tenant, `elsewhere`. */
  readonly foreign: { readonly service: string; readonly administrator: string };
  fetch(request: Request): Promise<Response>;
  client(token?: string): MilepostClient;
  send(method: string, path: string, sent?: Sent): Promise<Response>;
  /** A token of the issuer that the server trusts, good for an hour. */
  token(claims: JWTPayload): Promise<string>;
}

export const issuer = "https://academy.example";
export const audience = "milepost";
export const origin = "http://localhost";

export const begin = new Date("2026-03-01T12:00:00.000Z");

/** Sends to this machine, where tests have their receivers. */
export const webhooks = new Webhooks({ key: Buffer.alloc(32, 7), allow: ["127.0.0.1"] });

/**
 * An API on a database of its own, for the current `describe` or file. Every answer is compared with
 * the OpenAPI document.
 */
export function useApi(kind: DatabaseKind, options: Partial<AppOptions> = {}): TestApi {
  const database = useDatabase(kind);
  const clock = { now: begin };
  let keys: Record<string, string> | undefined;
  let issue: TestApi["token"] | undefined;
  let counted: Intake | undefined;
  let handle: ((request: Request) => Response | Promise<Response>) | undefined;

  beforeAll(async () => {
    keys = await createKeys(database.superuser);
    const { publicKey, token } = await createIssuer(clock);
    issue = token;
    const tokens = { keys: { keys: [publicKey] }, issuer, audience };
    const auth: AppOptions["auth"] = { mode: "keys", tokens };
    const now = () => clock.now;
    counted = new Intake(database.app, { everyMs: 3_600_000, now });
    const given = { pool: database.app, auth, webhooks, intake: counted, now };
    handle = createApp({ ...given, ...options }).fetch;
  });
  beforeEach(() => {
    clock.now = begin;
  });

  const key = (name: string) => ready(ready(keys)[name]);
  const fetch = async (request: Request): Promise<Response> => {
    const response = await ready(handle)(request.clone());
    await checkContract(request, response);
    return response;
  };
  return {
    database,
    clock,
    fetch,
    get intake() {
      return ready(counted);
    },
    get service() {
      return key("default service");
    },
    get administrator() {
      return key("default administrator");
    },
    foreign: {
      get service() {
        return key("elsewhere service");
      },
      get administrator() {
        return key("elsewhere administrator");
      },
    },
    client: (token) => createClient({ baseUrl: origin, token, fetch }),
    token: (claims) => ready(issue)(claims),
    send: (method, path, sent = {}) => fetch(requestOf(method, path, sent)),
  };
}

function ready<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The API is there inside tests and hooks only.");
  return value;
}

async function createKeys(superuser: pg.Pool): Promise<Record<string, string>> {
  await createTenant(superuser, { tenant: "elsewhere" });
  const keys: Record<string, string> = {};
  for (const tenant of ["default", "elsewhere"]) {
    for (const role of ["service", "administrator"] satisfies KeyRole[]) {
      const { key } = await createApiKey(superuser, { name: `${role} key`, role }, { tenant });
      keys[`${tenant} ${role}`] = key;
    }
  }
  return keys;
}

async function createIssuer(clock: { now: Date }) {
  const { publicKey, privateKey } = await generateKeyPair("ES256");
  const token = (claims: JWTPayload) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: "ES256" })
      .setIssuer(issuer)
      .setAudience(audience)
      .setExpirationTime(new Date(clock.now.getTime() + 3_600_000))
      .sign(privateKey);
  return { publicKey: await exportJWK(publicKey), token };
}

function requestOf(
  method: string,
  path: string,
  { token, body, raw, headers = {} }: Sent,
): Request {
  const content = body === undefined ? raw : JSON.stringify(body);
  return new Request(origin + path, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    // What a browser's types and Node's call a body are not the same.
    ...(content === undefined ? {} : { body: content as NonNullable<RequestInit["body"]> }),
  });
}
