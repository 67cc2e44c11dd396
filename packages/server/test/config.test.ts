import { ConfigError, readConfig, settings } from "@milepost/server";
import { describe, expect, test } from "vitest";

const jwks = JSON.stringify({ keys: [{ kty: "EC", crv: "P-256", x: "x", y: "y" }] });
const tokens = { MILEPOST_JWT_ISSUER: "https://a.example", MILEPOST_JWT_AUDIENCE: "milepost" };
function faultsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map(({ name }) => name);
  }
}

describe("configuration", () => {
  test("without any it is a server on loopback that asks for keys", () => {
    expect(readConfig({})).toEqual({
      databaseUrl: null,
      dataDirectory: "./.milepost",
      host: "127.0.0.1",
      port: 4680,
      logLevel: "info",
      auth: { mode: "keys" },
      corsOrigins: [],
      poolSize: 10,
      limits: {
        bodyBytes: 1_048_576,
        largeBodyBytes: 8_388_608,
        requestMs: 30_000,
        waiting: 1_000,
        streams: 1_000,
      },
      rates: { key: 0, person: 600 },
      shutdownMs: 10_000,
      metrics: true,
      webhooks: { key: null, allow: [] },
      signIn: null,
    });
  });

  test("every variable but those of sign-in has its effect", () => {
    const config = readConfig({
      DATABASE_URL: "postgresql://app:secret@db.example/milepost",
      MILEPOST_DATA: "/var/lib/milepost",
      HOST: "0.0.0.0",
      PORT: "0",
      LOG_LEVEL: "debug",
      MILEPOST_JWKS_URL: "https://academy.example/jwks",
      ...tokens,
      MILEPOST_CORS_ORIGINS: "https://a.example, http://b.example:8080",
      MILEPOST_POOL_SIZE: "50",
      MILEPOST_REQUEST_TIMEOUT_MS: "5000",
      MILEPOST_BODY_LIMIT_BYTES: "16777216",
      MILEPOST_KEY_RATE: "6000",
      MILEPOST_PERSON_RATE: "0",
      MILEPOST_SHUTDOWN_MS: "0",
      MILEPOST_METRICS: "on",
      MILEPOST_WEBHOOK_KEY: "ab".repeat(32),
      MILEPOST_WEBHOOK_ALLOW: "hooks.internal, 10.1.0.0/16,fd00::1",
    });
    expect(config).toEqual({
      databaseUrl: "postgresql://app:secret@db.example/milepost",
      dataDirectory: "/var/lib/milepost",
      host: "0.0.0.0",
      port: 0,
      logLevel: "debug",
      auth: {
        mode: "keys",
        tokens: {
          keys: new URL("https://academy.example/jwks"),
          issuer: "https://a.example",
          audience: "milepost",
        },
      },
      corsOrigins: ["https://a.example", "http://b.example:8080"],
      poolSize: 50,
      limits: {
        bodyBytes: 16_777_216,
        largeBodyBytes: 16_777_216,
        requestMs: 5_000,
        waiting: 1_000,
        streams: 1_000,
      },
      rates: { key: 6_000, person: 0 },
      shutdownMs: 0,
      metrics: true,
      webhooks: {
        key: Buffer.alloc(32, 0xab),
        allow: ["hooks.internal", "10.1.0.0/16", "fd00::1"],
      },
      signIn: null,
    });
  });

  test.each(["hex", "base64", "base64url"] as const)(
    "a key for webhooks is read from %s",
    (form) => {
      const key = Buffer.from(Array.from({ length: 33 }, (_, n) => 255 - n));
      const { webhooks } = readConfig({ MILEPOST_WEBHOOK_KEY: key.toString(form) });
      expect(webhooks.key).toEqual(key);
    },
  );

  test("an empty variable counts as absent", () => {
    const empty = Object.fromEntries(settings.map(({ name }) => [name, " "]));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  test("the defaults in the table are the ones that are read", () => {
    const written = settings.flatMap((setting) =>
      setting.default === null ? [] : [[setting.name, setting.default]],
    );
    expect(readConfig(Object.fromEntries(written))).toEqual(readConfig({}));
  });

  test.each([
    ["DATABASE_URL", "mysql://x"],
    ["DATABASE_URL", "localhost:5432"],
    ["HOST", "http://localhost"],
    ["HOST", "a b"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PORT", "80a"],
    ["PORT", "4.5"],
    ["PORT", "0x50"],
    ["LOG_LEVEL", "verbose"],
    ["LOG_LEVEL", "INFO"],
    ["MILEPOST_AUTH", "on"],
    ["MILEPOST_CORS_ORIGINS", "*"],
    ["MILEPOST_CORS_ORIGINS", "https://a.example/"],
    ["MILEPOST_CORS_ORIGINS", "a.example"],
    ["MILEPOST_POOL_SIZE", "0"],
    ["MILEPOST_POOL_SIZE", "1001"],
    ["MILEPOST_REQUEST_TIMEOUT_MS", "99"],
    ["MILEPOST_BODY_LIMIT_BYTES", "1023"],
    ["MILEPOST_KEY_RATE", "-1"],
    ["MILEPOST_PERSON_RATE", "10000001"],
    ["MILEPOST_SHUTDOWN_MS", "600001"],
    ["MILEPOST_METRICS", "true"],
    ["MILEPOST_WEBHOOK_KEY", "hunter2"],
    ["MILEPOST_WEBHOOK_KEY", "ab".repeat(31)],
    ["MILEPOST_WEBHOOK_KEY", "not base64 though it is long enough, or is it?"],
    ["MILEPOST_WEBHOOK_ALLOW", "https://hooks.internal"],
    ["MILEPOST_WEBHOOK_ALLOW", "10.1.0.0/33"],
    ["MILEPOST_WEBHOOK_ALLOW", "hooks.internal/8"],
    ["MILEPOST_WEBHOOK_ALLOW", "*.internal"],
    ["MILEPOST_OIDC_SCOPE", "profile"],
    ["MILEPOST_JWT_ISSUER", "https://a.example"],
    ["MILEPOST_JWT_AUDIENCE", "milepost"],
  ])("%s=%s is refused by its name", (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([name]);
  });

  test.each(["http://academy.example/jwks", "ftp://academy.example", "jwks.json"])(
    "keys are not fetched from %s",
    (url) => {
      expect(faultsOf({ MILEPOST_JWKS_URL: url, ...tokens })).toEqual(["MILEPOST_JWKS_URL"]);
    },
  );

  test.each([
    "{",
    "[]",
    "{}",
    '{"keys":[]}',
    '{"keys":[null]}',
    '{"keys":[{"kty":"oct","k":"x"}]}',
    '{"keys":[{"kty":"EC","d":"private"}]}',
  ])("keys that verify nothing, or too much, are refused: %s", (keys) => {
    expect(faultsOf({ MILEPOST_JWKS: keys, ...tokens })).toEqual(["MILEPOST_JWKS"]);
  });

  test("keys need an issuer and an audience, and one source", () => {
    expect(faultsOf({ MILEPOST_JWKS: jwks })).toEqual([
      "MILEPOST_JWT_ISSUER",
      "MILEPOST_JWT_AUDIENCE",
    ]);
    expect(faultsOf({ MILEPOST_JWKS: jwks, ...tokens })).toEqual([]);
    const url = "http://127.0.0.1:9/jwks";
    expect(faultsOf({ MILEPOST_JWKS_URL: url, ...tokens })).toEqual([]);
    const both = { MILEPOST_JWKS: jwks, MILEPOST_JWKS_URL: url, ...tokens };
    expect(faultsOf(both)).toEqual(["MILEPOST_JWKS"]);
  });

  test("a server that asks no one who they are stays on this machine", () => {
    for (const host of ["127.0.0.1", "127.8.8.8", "localhost", "::1", "[::1]", "LOCALHOST"]) {
      const config = readConfig({ MILEPOST_AUTH: "off", HOST: host });
      expect(config).toMatchObject({ auth: { mode: "off" }, metrics: true });
    }
    for (const host of ["0.0.0.0", "::", "192.168.0.1", "milepost.example", "127.0.0.1.example"]) {
      expect(faultsOf({ MILEPOST_AUTH: "off", HOST: host }), host).toEqual(["MILEPOST_AUTH"]);
    }
  });

  test("metrics are off where others can connect, unless told otherwise", () => {
    expect(readConfig({ HOST: "0.0.0.0" }).metrics).toBe(false);
    expect(readConfig({ HOST: "0.0.0.0", MILEPOST_METRICS: "on" }).metrics).toBe(true);
    expect(readConfig({ MILEPOST_METRICS: "off" }).metrics).toBe(false);
  });

  test("everything that is wrong is said at once, without repeating what was given", () => {
    const env = { PORT: "http", LOG_LEVEL: "loud", DATABASE_URL: "mysql://root:hunter2@db" };
    expect(faultsOf(env).sort()).toEqual(["DATABASE_URL", "LOG_LEVEL", "PORT"]);
    expect(() => readConfig(env)).toThrow("PORT has to be a whole number from 0 to 65535.");
    expect(() => readConfig(env)).toThrow("LOG_LEVEL has to be one of trace, debug,");
    expect(() => readConfig(env)).not.toThrow("hunter2");
  });
});
