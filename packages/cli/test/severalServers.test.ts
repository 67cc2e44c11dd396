import { randomBytes } from "node:crypto";
import { createApiKey, type FeedEntry, migrate, putOutline, readFeed } from "@milepost/engine";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openServerDatabase } from "../../../tests/support/openServerDatabase.ts";
import type { OpenDatabase } from "../../../tests/support/useDatabase.ts";
import { useReceiver } from "../../server/test/support/useReceiver.ts";
import { startCli } from "./support/runCli.ts";
import { untilReady } from "./support/untilReady.ts";

// Each server is a process of its own.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const people = 120;

describe("three servers on one database", () => {
  const receiver = useReceiver();
  let database: OpenDatabase;
  let servers: { url: string; end: () => Promise<unknown> }[];
  const keys = { service: "", administrator: "" };

  beforeAll(async () => {
    database = await openServerDatabase({ empty: true });
    await migrate(database.superuser);
    const lessons = [{ id: "l1", title: "Only" }];
    await putOutline(database.superuser, { course: "c", title: "Course", lessons });
    for (const role of ["service", "administrator"] as const) {
      keys[role] = (await createApiKey(database.superuser, { name: role, role })).key;
    }
    const env = {
      DATABASE_URL: database.databaseUrl ?? "",
      PORT: "0",
      LOG_LEVEL: "warn",
      MILEPOST_WEBHOOK_KEY: randomBytes(32).toString("base64"),
      MILEPOST_WEBHOOK_ALLOW: "127.0.0.1",
    };
    servers = await Promise.all(
      [1, 2, 3].map(async () => {
        const server = startCli(["serve", "--json"], { env });
        const { url } = await untilReady(server);
        const end = () => {
          server.process.kill("SIGTERM");
          return server.ended;
        };
        return { url, end };
      }),
    );
  });
  afterAll(async () => {
    await Promise.all(servers.map(({ end }) => end()));
    await database.close();
  });

  const call = (at: number, method: string, path: string, body?: object) =>
    fetch(`${servers[at % 3]?.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${method === "PUT" ? keys.service : keys.administrator}`,
        "content-type": "application/json",
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  /** The entries that a stream tells, until there are so many. */
  async function read(stream: Response, count: number): Promise<FeedEntry[]> {
    const told: FeedEntry[] = [];
    let rest = "";
    for await (const chunk of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + chunk).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data !== undefined) told.push(JSON.parse(data));
      }
      if (told.length >= count) break;
    }
    return told;
  }

  test("each event is sent once and told once by every one of them, whoever recorded it", async () => {
    const input = { url: receiver.url, types: ["course.completed"] };
    expect((await call(0, "POST", "/v1/webhooks", input)).status).toBe(201);
    const { position } = await readFeed(database.app, { after: "latest" });
    // A beginning, a completion and that of the course, each.
    const whole = Array.from({ length: people * 3 }, (_, i) => position + 1 + i);
    // Each has begun at the end of the feed once its answer has.
    const open = await Promise.all([0, 1, 2].map((at) => call(at, "GET", "/v1/events/stream")));
    const streams = open.map((stream) => read(stream, whole.length));
    const recorded = Array.from({ length: people }, async (_, i) => {
      const answer = await call(i, "PUT", `/v1/learners/p${i}/lessons/l1/completion`, {});
      expect(answer.status).toBe(200);
    });
    await Promise.all(recorded);
    for (const told of await Promise.all(streams)) {
      expect(told.map((entry) => entry.position)).toEqual(whole);
    }
    await receiver.until(people);
    const { items } = await readFeed(database.app, { types: ["course.completed"], limit: 1_000 });
    const ids = items.map(({ id }) => `evt_${id}`);
    expect(ids).toHaveLength(people);
    const received = receiver.received.map(({ headers }) => headers["webhook-id"]);
    expect(received.toSorted()).toEqual(ids.toSorted());
  });
});
