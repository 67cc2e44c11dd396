import { createDashboard, type SignInOptions } from "@milepost/dashboard";
import { type Config, createApp, createLogger, readConfig } from "@milepost/server";
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
  /** Seconds that have passed for the dashboard since the test began: its clock stands still. */
  later: number;
  /** Lines of the server's log, of every level. */
  readonly log: string[];
  config(more?: Record<string, string>): Config;
  /** Somebody at a browser, before a dashboard that is set up so. */
  visitor(more?: Partial<SignInOptions>): Visitor;
}

/** The API with a dashboard that administrators sign in to, by a provider on this machine. */
export function useSignIn(): TestSignIn {
  const database = useDatabase("PostgreSQL");
  const log: string[] = [];
  const logger = createLogger("trace", { write: (line: string) => log.push(line) });
  let port = 0;
  let began = 0;
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
    later: 0,
    log,
    config,
    visitor(more) {
      const { auth, signIn } = config();
      if (signIn === null) throw new Error("Sign-in is configured.");
      const now = () => new Date(began + tested.later * 1_000);
      const dashboard = createDashboard({ signIn: { ...signIn, now, ...more } });
      const app = createApp({ pool: database.app, auth, logger, sites: [dashboard] });
      return new Visitor(publicUrl(), async (request) => app.fetch(request));
    },
  };
  beforeEach(() => {
    began = Date.now();
    tested.later = 0;
  });
  return tested;
}
