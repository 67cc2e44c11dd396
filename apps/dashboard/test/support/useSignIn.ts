import { createDashboard, type SignInOptions } from "@milepost/dashboard";
import { type Config, createApp, readConfig } from "@milepost/server";
import { beforeAll, beforeEach } from "vitest";
import { freePort } from "../../../../tests/support/freePort.ts";
import { type TestDatabase, useDatabase } from "../../../../tests/support/useDatabase.ts";
import { resource, secret, type TestProvider, useProvider } from "./useProvider.ts";
import { Visitor } from "./Visitor.ts";

export interface TestSignIn {
  readonly database: TestDatabase;
  readonly provider: TestProvider;
  /** Where the dashboard says it is. */
  readonly publicUrl: string;
  readonly port: number;
  /** How long after it began the dashboard takes it to be, in seconds; none in each new test. */
  later: number;
  config(more?: Record<string, string>): Config;
  /** Somebody at a browser, before a dashboard that is set up so. */
  visitor(more?: Partial<SignInOptions>): Visitor;
}

/** The API with a dashboard that administrators sign in to, by a provider on this machine. */
export function useSignIn(): TestSignIn {
  const database = useDatabase("PostgreSQL");
  let port = 0;
  const publicUrl = () => `http://127.0.0.1:${port}`;
  beforeAll(async () => {
    port = await freePort();
  });
  const provider = useProvider(publicUrl);
  const config: TestSignIn["config"] = (more) =>
    readConfig({
      PORT: String(port),
      MILEPOST_JWKS_URL: `${provider.issuer}/jwks`,
      MILEPOST_JWT_ISSUER: provider.issuer,
      MILEPOST_JWT_AUDIENCE: "milepost",
      MILEPOST_OIDC_ISSUER: provider.issuer,
      MILEPOST_OIDC_CLIENT_ID: "dashboard",
      MILEPOST_OIDC_CLIENT_SECRET: secret,
      MILEPOST_OIDC_RESOURCE: resource,
      MILEPOST_SESSION_KEY: "5a".repeat(32),
      MILEPOST_PUBLIC_URL: publicUrl(),
      ...more,
    });
  const tested: TestSignIn = {
    database,
    provider,
    get publicUrl() {
      return publicUrl();
    },
    get port() {
      return port;
    },
    later: 0,
    config,
    visitor(more) {
      const { auth, signIn } = config();
      if (signIn === null) throw new Error("Sign-in is configured.");
      const now = () => new Date(Date.now() + tested.later * 1_000);
      const dashboard = createDashboard({ signIn: { ...signIn, now, ...more } });
      const app = createApp({ pool: database.app, auth, sites: [dashboard] });
      return new Visitor(publicUrl(), async (request) => app.fetch(request));
    },
  };
  beforeEach(() => {
    tested.later = 0;
  });
  return tested;
}
