import { hash } from "node:crypto";
import { findApiKey, type Queryable } from "@milepost/engine";
import { Problem } from "../http/Problem.ts";
import type { Caller } from "./Caller.ts";
import { expiringCache } from "./expiringCache.ts";
import { createVerifyToken, type TokenOptions } from "./verifyToken.ts";

/**
 * How callers are told apart. `off` is for development: whoever shows no credential may do
 * everything, and a token is good for what it says, so that a learner's page can be tried.
 */
export type AuthOptions =
  | { readonly mode: "off"; readonly tokens?: TokenOptions | undefined }
  | { readonly mode: "keys"; readonly tokens?: TokenOptions | undefined };

/** Says who sent a request, from its Authorization header. */
export type Authenticate = (authorization: string | undefined) => Promise<Caller>;

/** A revoked key and a token that was withdrawn stop working within this time. */
export const credentialCacheMs = 5_000;
const credentialsCached = 10_000;

const everyone: Caller = {
  role: "service",
  tenant: "default",
  actor: "open",
  learner: null,
  credential: null,
  owner: "open",
  source: "open",
  mayAll: true,
};

/**
 * Makes the function that says who sent a request. A key costs a statement and a token some 0.3 ms
 * of processor time, so either counts for {@link credentialCacheMs} once it was found good or bad.
 */
export function createAuthenticate(
  auth: AuthOptions,
  { db, now }: { db: Queryable; now: () => Date },
): Authenticate {
  const isOpen = auth.mode === "off";
  if (isOpen && auth.tokens === undefined) return () => Promise.resolve(everyone);

  const cache = expiringCache<Caller | null>({
    ttlMs: credentialCacheMs,
    capacity: credentialsCached,
    now,
  });
  const verifyToken = auth.tokens && createVerifyToken(auth.tokens);

  return async (authorization) => {
    if (authorization === undefined) {
      if (isOpen) return everyone;
      throw unauthorized("token_required");
    }
    const credential = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization)?.[1];
    if (credential === undefined) throw unauthorized("token_invalid");
    const isKey = credential.startsWith("mp_");
    if (!isKey && verifyToken === undefined) throw unauthorized("token_invalid");

    // The credential itself is not kept: a heap dump shows hashes.
    const name = hash("sha256", credential, "base64");
    const caller = await cache(name, async () => {
      if (verifyToken !== undefined && !isKey) return verifyToken(credential, now());
      return { value: await callerOfKey(db, credential) };
    });
    if (caller === null) throw unauthorized("token_invalid");
    return caller;
  };
}

async function callerOfKey(db: Queryable, key: string): Promise<Caller | null> {
  const holder = await findApiKey(db, { key });
  if (holder === null) return null;
  const { id, role, tenant, name } = holder;
  const credential = `key ${id}`;
  // A key that replaces another under its name has that one's views.
  const owner = `key ${name}`;
  return { role, tenant, actor: name, learner: null, credential, owner, source: name };
}

function unauthorized(code: "token_required" | "token_invalid"): Problem {
  const error = code === "token_invalid" ? ', error="invalid_token"' : "";
  return new Problem(code, { headers: { "www-authenticate": `Bearer realm="milepost"${error}` } });
}
