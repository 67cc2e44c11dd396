import type { AuthOptions } from "../auth/authenticate.ts";
import type { Reader } from "./readConfig.ts";
import { readSafeUrl } from "./readSafeUrl.ts";
import { readSecretKey } from "./readSecretKey.ts";

/** How administrators sign in to the dashboard: by the host's OpenID Connect provider. */
export interface SignInConfig {
  readonly issuer: URL;
  readonly clientId: string;
  /** Null: a public client. */
  readonly clientSecret: string | null;
  readonly scope: string;
  readonly resource: string | null;
  readonly audience: string | null;
  readonly sessionKey: Buffer;
  /** An origin: where browsers reach the server. */
  readonly publicUrl: URL;
}

const needed = [
  "MILEPOST_OIDC_ISSUER",
  "MILEPOST_OIDC_CLIENT_ID",
  "MILEPOST_SESSION_KEY",
  "MILEPOST_PUBLIC_URL",
] as const;
const optional = [
  "MILEPOST_OIDC_CLIENT_SECRET",
  "MILEPOST_OIDC_RESOURCE",
  "MILEPOST_OIDC_AUDIENCE",
] as const;

/** How administrators sign in: all that it needs, or none of it. */
export function readSignIn(reader: Reader, auth: AuthOptions): SignInConfig | null {
  const scope = readScope(reader);
  const resource = readResource(reader);
  const isGiven = [...needed, ...optional].some((name) => reader.text(name) !== null);
  if (!isGiven) return null;
  const missing = needed.filter((name) => reader.text(name) === null);
  for (const name of missing) {
    reader.refuse(name, `is needed for sign-in, which takes all of ${needed.join(", ")}.`);
  }
  const issuer = readSafeUrl(reader, "MILEPOST_OIDC_ISSUER");
  const publicUrl = readPublicUrl(reader);
  const sessionKey = readSessionKey(reader);
  if (missing.length === 0 && auth.mode === "keys" && auth.tokens === undefined) {
    const rule = "needs MILEPOST_JWKS_URL or MILEPOST_JWKS: no token of it would be accepted.";
    reader.refuse("MILEPOST_OIDC_ISSUER", rule);
  }
  // An open server asks nobody.
  if (auth.mode === "off" || issuer === null || publicUrl === null || sessionKey === null) {
    return null;
  }
  return {
    issuer,
    clientId: reader.text("MILEPOST_OIDC_CLIENT_ID") ?? "",
    clientSecret: reader.text("MILEPOST_OIDC_CLIENT_SECRET"),
    scope,
    resource,
    audience: reader.text("MILEPOST_OIDC_AUDIENCE"),
    sessionKey,
    publicUrl,
  };
}

function readScope(reader: Reader): string {
  const scope = reader.text("MILEPOST_OIDC_SCOPE") ?? "";
  if (!scope.split(/\s+/).includes("openid")) {
    reader.refuse("MILEPOST_OIDC_SCOPE", "has to list scopes, openid among them.");
  }
  return scope;
}

function readResource(reader: Reader): string | null {
  const resource = reader.text("MILEPOST_OIDC_RESOURCE");
  if (resource !== null && (!URL.canParse(resource) || resource.includes("#"))) {
    reader.refuse("MILEPOST_OIDC_RESOURCE", "has to be an absolute URI without a fragment.");
  }
  return resource;
}

function readPublicUrl(reader: Reader): URL | null {
  const url = readSafeUrl(reader, "MILEPOST_PUBLIC_URL");
  if (url === null || url.href === `${url.origin}/`) return url;
  const rule = "has to be an origin such as https://milepost.example: the dashboard is at /admin.";
  reader.refuse("MILEPOST_PUBLIC_URL", rule);
  return null;
}

function readSessionKey(reader: Reader): Buffer | null {
  const text = reader.text("MILEPOST_SESSION_KEY");
  const key = text === null ? null : readSecretKey(text);
  if (text !== null && key === null) {
    reader.refuse("MILEPOST_SESSION_KEY", "has to be at least 32 random bytes in base64 or hex.");
  }
  return key;
}
