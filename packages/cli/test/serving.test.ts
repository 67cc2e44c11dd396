import { existsSync } from "node:fs";
import { afterAll, describe, expect, inject, test, vi } from "vitest";
import { openServerDatabase } from "../../../tests/support/openServerDatabase.ts";
import { type RunningCli, runCli, startCli } from "./support/runCli.ts";
import { untilReady } from "./support/untilReady.ts";
import { useFolder } from "./support/useFolder.ts";

// Every command is a process of its own, and the demo is written once.
vi.setConfig({ testTimeout: 120_000 });

const errorCode = (out: string) => (JSON.parse(out) as { error: { code: string } }).error.code;

describe("milepost start on the embedded database", () => {
  const folder = useFolder();
  const env = { MILEPOST_DATA: folder.path("data"), PORT: "0", LOG_LEVEL: "warn" };
  const running: RunningCli[] = [];
  const start = (...more: string[]) => {
    const one = startCli(["start", "--json", ...more], { env });
    running.push(one);
    return one;
  };
  afterAll(() => {
    for (const { process } of running) process.kill("SIGKILL");
  });

  test("asking for anything before makes no database", async () => {
    const asked = await runCli(["doctor", "--json"], { env });
    expect(asked.exitCode).toBe(3);
    expect(errorCode(asked.out)).toBe("database_missing");
    const plan = await runCli(["migrate", "--plan", "--json"], { env });
    expect(plan.exitCode).toBe(0);
    expect(JSON.parse(plan.out)).toMatchObject({
      applied: [],
      pending: expect.arrayContaining([]),
    });
    expect(JSON.parse(plan.out).pending.length).toBeGreaterThan(50);
    expect(existsSync(env.MILEPOST_DATA)).toBe(false);
  });

  test("is up with the demo, open, and holds the database until SIGTERM", async () => {
    const server = start();
    const { url, open, seeded, example, pid } = await untilReady(server);
    expect({ open, learners: seeded?.learners }).toEqual({ open: true, learners: 360 });
    expect(server.text.err).toContain("OPEN");

    const { learner, course, lesson } = example ?? { learner: "", course: "", lesson: "" };
    const page = `${url}/v1/learners/${learner}/courses/${course}`;
    const before = (await (await fetch(page)).json()) as { missing: string[] };
    expect(before.missing).toContain(lesson);
    const completion = `${url}/v1/learners/${learner}/lessons/${lesson}/completion`;
    expect((await fetch(completion, { method: "PUT" })).status).toBe(200);
    const webhook = await fetch(`${url}/v1/webhooks`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ url: "https://academy.example/hooks" }),
    });
    expect(webhook.status).toBe(201);
    // It would be sent to until this ends.
    await fetch(`${url}/v1/webhooks/1`, { method: "DELETE" });

    const refused = await runCli(["doctor", "--json"], { env });
    expect(refused.exitCode).toBe(3);
    expect(errorCode(refused.out)).toBe("database_in_use");
    expect(refused.err).toContain(`in use by process ${pid}`);

    server.process.kill("SIGTERM");
    expect(await server.ended).toMatchObject({ exitCode: 0, signal: null });
  });

  test("does not write the demo twice, and finds everything as it was", async () => {
    const server = start();
    const { url, seeded, example } = await untilReady(server);
    expect(seeded).toBeNull();
    expect(example).not.toBeNull();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    server.process.kill("SIGINT");
    expect(await server.ended).toMatchObject({ exitCode: 0 });
    const checked = await runCli(["doctor"], { env });
    expect(checked).toMatchObject({ exitCode: 0 });
    expect(checked.out).toMatch(/^0 differences in 1,\d{3} attempts\n$/);
  });
});

describe("milepost serve", () => {
  const folder = useFolder();

  test("refuses to run open", async () => {
    const env = { MILEPOST_DATA: folder.path("data"), MILEPOST_AUTH: "off" };
    const { exitCode, out } = await runCli(["serve", "--json"], { env });
    expect(exitCode).toBe(2);
    expect(errorCode(out)).toBe("access_open");
  });

  test("refuses half of what sign-in needs, by the names of the rest", async () => {
    const issuer = "https://login.example";
    const env = { MILEPOST_DATA: folder.path("data"), MILEPOST_OIDC_ISSUER: issuer };
    for (const command of ["serve", "start"]) {
      const { exitCode, out } = await runCli([command, "--json"], { env });
      expect(exitCode).toBe(2);
      expect(errorCode(out)).toBe("configuration_wrong");
      expect(out).toContain("MILEPOST_SESSION_KEY is needed for sign-in");
    }
  });

  test("says in one line that the database cannot be reached", async () => {
    const env = { DATABASE_URL: "postgres://nobody:secret@127.0.0.1:9/none" };
    const { exitCode, out, err } = await runCli(["serve", "--json"], { env });
    expect(exitCode).toBe(3);
    expect(errorCode(out)).toBe("database_unreachable");
    expect(err).not.toContain("secret");
  });

  test("starts on a migrated database alone, and lets in whoever has a key", async () => {
    const database = await openServerDatabase({ empty: true });
    const env = { DATABASE_URL: database.databaseUrl ?? "", PORT: "0", LOG_LEVEL: "warn" };
    const refused = await runCli(["serve", "--json"], { env });
    expect(refused.exitCode).toBe(3);
    expect(errorCode(refused.out)).toBe("database_not_migrated");

    const server = startCli(["serve", "--migrate", "--json"], { env });
    const { url } = await untilReady(server);
    expect((await fetch(`${url}/v1/courses`)).status).toBe(401);
    expect((await fetch(`${url}/admin`)).status).toBe(200);
    const session = await fetch(`${url}/admin/session`);
    expect(await session.json()).toMatchObject({ signedIn: false, signIn: "unconfigured" });
    expect((await fetch(`${url}/admin/api/v1/courses`)).status).toBe(401);
    const made = await runCli(["keys", "create", "--name", "test", "--json"], { env });
    const { key } = JSON.parse(made.out) as { key: string };
    const headers = { authorization: `Bearer ${key}` };
    expect((await fetch(`${url}/v1/courses`, { headers })).status).toBe(200);
    server.process.kill("SIGTERM");
    expect(await server.ended).toMatchObject({ exitCode: 0 });
    await database.close();
  });

  test("its own role may not do what an operator's may", async () => {
    const database = await openServerDatabase();
    const { url, appRole, appPassword } = inject("testServer");
    const appUrl = new URL(database.databaseUrl ?? url);
    [appUrl.username, appUrl.password] = [appRole, appPassword];
    const { exitCode, out, err } = await runCli(["doctor", "--json"], {
      env: { DATABASE_URL: appUrl.href },
    });
    expect(exitCode).toBe(3);
    expect(errorCode(out)).toBe("database_permission");
    expect(err).toContain("the one that migrated the database");
    await database.close();
  });
});
