import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from "jose";
import { Problem } from "../http/Problem.ts";
import { isStorable } from "../schemas/text.ts";
import type { Caller } from "./Caller.ts";
import type { Found } from "./expiringCache.ts";

/** Where tokens come from and what they are verified with. */
export interface TokenOptions {
  /** The keys, or where they are fetched and fetched again when an unknown one is named. */
  readonly keys: JSONWebKeySet | URL;
  readonly issuer: string;
  readonly audience: string;
}

/** What a tenant can be called. */
const tenantName = /^[a-z0-9][a-z0-9_-]{0,62}$/;

/** The caller that a token names; null where it isn't good. */
export type VerifyToken = (token: string, now: Date) => Promise<Found<Caller | null>>;

/** Asymmetric only: a verifier that also takes HS256 lets the public key sign. */
const algorithms = ["ES256", "RS256"];

/** Between the issuer's clock and ours. */
const clockToleranceSeconds = 5;

/**
 * Makes the function that verifies a JWT: `sub` is the learner's own id, `role` is `learner` or
 * `administrator` (learner when it is absent), `tenant` a tenant's name (`default` when absent).
 *
 * @throws {@link Problem} `tokens_unverifiable` where the keys can't be fetched
 */
export function createVerifyToken({ keys, issuer, audience }: TokenOptions): VerifyToken {
  const getKey: JWTVerifyGetKey =
    keys instanceof URL
      ? createRemoteJWKSet(keys, { timeoutDuration: 5_000 })
      : createLocalJWKSet(keys);

  return async (token, now) => {
    try {
      const { payload } = await jwtVerify(token, getKey, {
        algorithms,
        issuer,
        audience,
        clockTolerance: clockToleranceSeconds,
        currentDate: now,
        requiredClaims: ["sub", "exp", "iss", "aud"],
      });
      const expiresAt = new Date(((payload.exp ?? 0) + clockToleranceSeconds) * 1_000);
      return { value: callerOf(payload), expiresAt };
    } catch (error) {
      if (saysTheTokenIsBad(error)) return { value: null };
      throw new Problem("tokens_unverifiable", { cause: error });
    }
  };
}

/** The rest is the key set's fault: it couldn't be fetched, or is none. */
function saysTheTokenIsBad(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return false;
  return !(
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    error.code === "ERR_JOSE_GENERIC"
  );
}

function callerOf({ sub, role = "learner", tenant = "default" }: JWTPayload): Caller | null {
  if (typeof tenant !== "string" || !tenantName.test(tenant)) return null;
  if (typeof sub !== "string" || !isStorable(sub, 1, 255)) return null;
  if (role !== "administrator" && role !== "learner") return null;
  const learner = role === "learner" ? sub : null;
  // Of an administrator the ledger says who it was; a learner's id stands in their own row alone.
  const actor = role === "learner" ? role : `${role} ${sub}`;
  const credential = `${role} ${sub}`;
  return { role, tenant, actor, learner, credential, owner: credential, source: role };
}
