import type { JSONWebKeySet } from "jose";
import type { AuthOptions } from "../auth/authenticate.ts";
import type { Rates } from "../auth/RateLimiter.ts";
import type { TokenOptions } from "../auth/verifyToken.ts";
import { isLoopback } from "../http/isLoopback.ts";
import { defaultLimits, type Limits } from "../http/limits.ts";
import { AllowList } from "../webhooks/AllowList.ts";
import type { WebhookOptions } from "../webhooks/Webhooks.ts";
import { ConfigError, type SettingFault } from "./ConfigError.ts";
import { readSafeUrl } from "./readSafeUrl.ts";
import { readSecretKey } from "./readSecretKey.ts";
import { readSignIn, type SignInConfig } from "./readSignIn.ts";
import { type SettingName, settings } from "./settings.ts";

/** How a server is run, read from the environment. */
export interface Config {
  /** Null: the embedded database in `dataDirectory`. */
  readonly databaseUrl: string | null;
  readonly dataDirectory: string;
  readonly host: string;
  readonly port: number;
  readonly logLevel: LogLevel;
  readonly auth: AuthOptions;
  readonly corsOrigins: readonly string[];
  readonly poolSize: number;
  readonly limits: Limits;
  readonly rates: Rates;
  readonly shutdownMs: number;
  readonly metrics: boolean;
  readonly webhooks: WebhookOptions;
  /** How administrators sign in to the dashboard; null where they cannot, or need not. */
  readonly signIn: SignInConfig | null;
}

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Reads a setting, and notes the rule it breaks instead where it breaks one. */
export interface Reader {
  text(name: SettingName): string | null;
  oneOf<T extends string>(name: SettingName, values: readonly T[]): T | null;
  whole(name: SettingName, least: number, most: number): number;
  refuse(name: SettingName, rule: string): void;
}

/**
 * The configuration that the environment states. An empty variable counts as absent.
 *
 * @throws {@link ConfigError} naming every variable that can't be used, and why
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: SettingFault[] = [];
  const reader = createReader(env, faults);
  const host = readHost(reader);
  const bodyBytes = reader.whole("MILEPOST_BODY_LIMIT_BYTES", 1024, 104_857_600);
  const metrics = reader.oneOf("MILEPOST_METRICS", ["on", "off"]);
  const auth = readAuth(reader, host);
  const config: Config = {
    databaseUrl: readDatabaseUrl(reader),
    dataDirectory: reader.text("MILEPOST_DATA") ?? "",
    host,
    port: reader.whole("PORT", 0, 65_535),
    logLevel: reader.oneOf("LOG_LEVEL", logLevels) ?? "info",
    auth,
    corsOrigins: readOrigins(reader),
    poolSize: reader.whole("MILEPOST_POOL_SIZE", 1, 1_000),
    limits: {
      ...defaultLimits,
      bodyBytes,
      largeBodyBytes: Math.max(bodyBytes, defaultLimits.largeBodyBytes),
      requestMs: reader.whole("MILEPOST_REQUEST_TIMEOUT_MS", 100, 600_000),
    },
    rates: {
      key: reader.whole("MILEPOST_KEY_RATE", 0, 10_000_000),
      person: reader.whole("MILEPOST_PERSON_RATE", 0, 10_000_000),
    },
    shutdownMs: reader.whole("MILEPOST_SHUTDOWN_MS", 0, 600_000),
    metrics: metrics === null ? isLoopback(host) : metrics === "on",
    webhooks: readWebhooks(reader),
    signIn: readSignIn(reader, auth),
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

function createReader(
  env: Readonly<Record<string, string | undefined>>,
  faults: SettingFault[],
): Reader {
  const defaults = new Map<SettingName, string | null>(
    settings.map((setting) => [setting.name, setting.default]),
  );
  const text = (name: SettingName) => env[name]?.trim() || (defaults.get(name) ?? null);
  const refuse = (name: SettingName, rule: string) => {
    faults.push({ name, rule });
  };
  return {
    text,
    refuse,
    oneOf(name, values) {
      const given = text(name);
      const found = values.find((value) => value === given) ?? null;
      if (given !== null && found === null) refuse(name, `has to be one of ${values.join(", ")}.`);
      return found;
    },
    whole(name, least, most) {
      const given = text(name) ?? "";
      const number = /^\d{1,10}$/.test(given) ? Number(given) : Number.NaN;
      if (number >= least && number <= most) return number;
      refuse(name, `has to be a whole number from ${least} to ${most}.`);
      return least;
    },
  };
}

function readHost(reader: Reader): string {
  const host = reader.text("HOST") ?? "";
  if (!/^[\w.:%-]+$|^\[[\w.:%]+\]$/.test(host)) {
    reader.refuse("HOST", "has to be a host name or an address, without a port.");
  }
  return host.replace(/^\[(.*)\]$/, "$1");
}

function readDatabaseUrl(reader: Reader): string | null {
  const url = reader.text("DATABASE_URL");
  if (url === null) return null;
  const isOne = URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol);
  if (!isOne) reader.refuse("DATABASE_URL", "has to be a URL that begins with postgres://.");
  return url;
}

function readWebhooks(reader: Reader): WebhookOptions {
  const text = reader.text("MILEPOST_WEBHOOK_KEY");
  const key = text === null ? null : readSecretKey(text);
  if (text !== null && key === null) {
    reader.refuse("MILEPOST_WEBHOOK_KEY", "has to be at least 32 random bytes in base64 or hex.");
  }
  const allow = readList(reader, "MILEPOST_WEBHOOK_ALLOW");
  if (!allow.every(AllowList.takes)) {
    const rule = "has to list host names, addresses or networks such as 10.1.0.0/16.";
    reader.refuse("MILEPOST_WEBHOOK_ALLOW", rule);
  }
  return { key, allow };
}

function readList(reader: Reader, name: SettingName): string[] {
  const entries = (reader.text(name) ?? "").split(",").map((entry) => entry.trim());
  return entries.filter((entry) => entry !== "");
}

function readOrigins(reader: Reader): readonly string[] {
  const origins = readList(reader, "MILEPOST_CORS_ORIGINS");
  if (!origins.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin)) {
    const rule = "has to list origins such as https://academy.example, without a path or a slash.";
    reader.refuse("MILEPOST_CORS_ORIGINS", rule);
  }
  return origins;
}

function readAuth(reader: Reader, host: string): AuthOptions {
  const mode = reader.oneOf("MILEPOST_AUTH", ["keys", "off"]) ?? "keys";
  const tokens = readTokens(reader);
  if (mode === "keys") return tokens === null ? { mode } : { mode, tokens };
  if (!isLoopback(host)) {
    reader.refuse("MILEPOST_AUTH", "can be off only where HOST is a loopback address.");
  }
  return { mode };
}

function readTokens(reader: Reader): TokenOptions | null {
  const url = reader.text("MILEPOST_JWKS_URL");
  const inline = reader.text("MILEPOST_JWKS");
  const issuer = reader.text("MILEPOST_JWT_ISSUER");
  const audience = reader.text("MILEPOST_JWT_AUDIENCE");
  const needed = [
    ["MILEPOST_JWT_ISSUER", issuer],
    ["MILEPOST_JWT_AUDIENCE", audience],
  ] as const;
  if (url === null && inline === null) {
    for (const [name, value] of needed) {
      if (value !== null)
        reader.refuse(name, "needs MILEPOST_JWKS_URL or MILEPOST_JWKS beside it.");
    }
    return null;
  }
  if (url !== null && inline !== null) {
    reader.refuse("MILEPOST_JWKS", "can't stand beside MILEPOST_JWKS_URL.");
  }
  for (const [name, value] of needed) {
    if (value === null)
      reader.refuse(name, "is needed: tokens of any other origin would be accepted.");
  }
  const keys =
    url === null ? readKeys(reader, inline ?? "") : readSafeUrl(reader, "MILEPOST_JWKS_URL");
  return keys && { keys, issuer: issuer ?? "", audience: audience ?? "" };
}

function readKeys(reader: Reader, text: string): JSONWebKeySet | null {
  const keys = parseKeySet(text);
  const rule = "has to be a JSON Web Key Set of public RSA or EC keys.";
  if (keys === null) reader.refuse("MILEPOST_JWKS", rule);
  return keys;
}

function parseKeySet(text: string): JSONWebKeySet | null {
  try {
    const value: unknown = JSON.parse(text);
    const keys: unknown = typeof value === "object" && value !== null && Reflect.get(value, "keys");
    if (!Array.isArray(keys) || keys.length === 0) return null;
    // A private key has no business on a verifier, and a symmetric one would verify forgeries.
    const isPublic = (key: unknown) =>
      typeof key === "object" &&
      key !== null &&
      (("kty" in key && key.kty === "RSA") || ("kty" in key && key.kty === "EC")) &&
      !("d" in key);
    return keys.every(isPublic) ? { keys } : null;
  } catch {
    return null;
  }
}
