import { randomBytes } from "node:crypto";
import { migrate } from "@milepost/engine";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startCluster } from "./startCluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** What a test file needs to make a database of its own. */
export interface TestServer {
  /** Of a superuser. */
  readonly url: string;
  /** Migrated; never connected to again, so that it can be copied. */
  readonly template: string;
  /** A role that may log in and is a member of `milepost_app`, and nothing else. */
  readonly appRole: string;
  readonly appPassword: string;
  /** Why there is no template. Tests without a database run all the same. */
  readonly broken?: string;
}

/**
 * Makes the server, or takes `TEST_DATABASE_URL`, and migrates
 * the template that every test file copies.
 */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const cluster = given ? { url: given, stop: async () => {} } : await startCluster();
  const run = randomBytes(4).toString("hex");
  const server: TestServer = {
    url: cluster.url,
    template: `milepost_template_${run}`,
    appRole: `milepost_test_${run}`,
    appPassword: randomBytes(16).toString("hex"),
  };
  const broken = await makeTemplate(server).then(
    () => undefined,
    (error: unknown) =>
      `The template was not made: ${error instanceof Error ? error.message : error}`,
  );
  project.provide("testServer", broken === undefined ? server : { ...server, broken });
  return async () => {
    if (given) await dropTemplate(server);
    await cluster.stop();
  };
}

async function makeTemplate({ url, template, appRole, appPassword }: TestServer): Promise<void> {
  await withClient(url, (client) => client.query(`create database ${template} template template0`));
  const pool = new pg.Pool({ connectionString: urlOfDatabase(url, template), max: 1 });
  await migrate(pool).finally(() => pool.end());
  await withClient(url, async (client) => {
    await client.query(`create role ${appRole} login password '${appPassword}'`);
    await client.query(`grant milepost_app to ${appRole}`);
  });
}

async function dropTemplate({ url, template, appRole }: TestServer): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(`drop database if exists ${template}`);
    await client.query(`drop role if exists ${appRole}`);
  });
}

async function withClient(url: string, act: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await act(client).finally(() => client.end());
}

function urlOfDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
