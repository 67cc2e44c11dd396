import { ConfigError, readConfig } from "@milepost/server";
import { describe, expect, test } from "vitest";

const all = {
  MILEPOST_JWKS_URL: "https://login.example/jwks",
  MILEPOST_JWT_ISSUER: "https://login.example",
  MILEPOST_JWT_AUDIENCE: "milepost",
  MILEPOST_OIDC_ISSUER: "https://login.example",
  MILEPOST_OIDC_CLIENT_ID: "dashboard",
  MILEPOST_SESSION_KEY: "ab".repeat(32),
  MILEPOST_PUBLIC_URL: "https://milepost.example",
};

function faultsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map(({ name }) => name);
  }
}

describe("sign-in to the dashboard", () => {
  test("is configured by four variables, and a public client needs no secret", () => {
    expect(readConfig(all).signIn).toMatchObject({
      clientSecret: null,
      scope: "openid profile",
      resource: null,
      audience: null,
    });
  });

  test("every variable of it has its effect", () => {
    const { signIn } = readConfig({
      ...all,
      MILEPOST_OIDC_CLIENT_SECRET: "hunter2",
      MILEPOST_OIDC_SCOPE: "openid offline_access",
      MILEPOST_OIDC_RESOURCE: "urn:milepost",
      MILEPOST_OIDC_AUDIENCE: "milepost",
    });
    expect(signIn).toEqual({
      issuer: new URL("https://login.example"),
      clientId: "dashboard",
      clientSecret: "hunter2",
      scope: "openid offline_access",
      resource: "urn:milepost",
      audience: "milepost",
      sessionKey: Buffer.alloc(32, 0xab),
      publicUrl: new URL("https://milepost.example"),
    });
  });

  test.each([
    "MILEPOST_OIDC_ISSUER",
    "MILEPOST_OIDC_CLIENT_ID",
    "MILEPOST_SESSION_KEY",
    "MILEPOST_PUBLIC_URL",
  ])("without %s the others are refused by its name", (name) => {
    expect(faultsOf({ ...all, [name]: "" })).toEqual([name]);
  });

  test.each(["MILEPOST_OIDC_CLIENT_SECRET", "MILEPOST_OIDC_RESOURCE", "MILEPOST_OIDC_AUDIENCE"])(
    "%s alone is none",
    (name) => {
      expect(faultsOf({ [name]: "urn:x" })).toHaveLength(4);
    },
  );

  test.each([
    ["MILEPOST_OIDC_ISSUER", "http://login.example"],
    ["MILEPOST_OIDC_ISSUER", "login.example"],
    ["MILEPOST_PUBLIC_URL", "http://milepost.example"],
    ["MILEPOST_PUBLIC_URL", "https://milepost.example/admin"],
    ["MILEPOST_PUBLIC_URL", "https://name:word@milepost.example"],
    ["MILEPOST_SESSION_KEY", "hunter2"],
    ["MILEPOST_SESSION_KEY", "ab".repeat(31)],
    ["MILEPOST_OIDC_RESOURCE", "milepost"],
    ["MILEPOST_OIDC_RESOURCE", "https://milepost.example/#api"],
  ])("%s=%s is refused without being repeated", (name, value) => {
    const env = { ...all, [name]: value };
    expect(faultsOf(env)).toEqual([name]);
    expect(() => readConfig(env)).not.toThrow(value);
  });

  test("on this machine, http:// will do", () => {
    const here = {
      MILEPOST_OIDC_ISSUER: "http://127.0.0.1:9",
      MILEPOST_PUBLIC_URL: "http://[::1]",
    };
    expect(faultsOf({ ...all, ...here })).toEqual([]);
  });

  test("needs the keys of the tokens, or the API would take none of them", () => {
    const { MILEPOST_JWKS_URL, MILEPOST_JWT_ISSUER, MILEPOST_JWT_AUDIENCE, ...rest } = all;
    expect(faultsOf(rest)).toEqual(["MILEPOST_OIDC_ISSUER"]);
  });

  test("is not used on a server that asks nobody", () => {
    expect(readConfig({ ...all, MILEPOST_AUTH: "off" }).signIn).toBeNull();
  });
});
