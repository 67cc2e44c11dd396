import { createApiKey, revokeApiKey } from "@milepost/engine";
import { describe, expect, test, vi } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { seedCourse } from "./support/seedCourse.ts";
import { useApi } from "./support/useApi.ts";

interface Entry {
  readonly type: string;
  readonly learner: string | null;
  readonly position: number;
  readonly cursor: string;
}

describe.each(databaseKinds)("the stream of events on %s", (kind) => {
  const api = useApi(kind, { limits: { streams: 3 } });
  const database = () => api.database;
  const complete = (learner: string, lesson: string) =>
    api.send("PUT", `/v1/learners/${learner}/lessons/${lesson}/completion`, {
      token: api.service,
    });

  /** Opens a stream, and what is read of it. */
  async function open({ query = "", token = api.service, lastEventId = "" } = {}) {
    const headers = lastEventId === "" ? {} : { "last-event-id": lastEventId };
    const response = await api.send("GET", `/v1/events/stream${query}`, { token, headers });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const entries: Entry[] = [];
    let id = "";
    const read = async () => {
      const { done, value = "" } = (await reader?.read()) ?? { done: true };
      for (const block of value.split("\n\n")) {
        const fields = Object.fromEntries(
          block
            .split("\n")
            .map((line) => [line.split(": ")[0], line.slice(line.indexOf(": ") + 2)]),
        );
        if (fields.id !== undefined) id = fields.id;
        if (fields.data !== undefined) entries.push(JSON.parse(fields.data));
      }
      return !done;
    };
    return {
      response,
      entries,
      get id() {
        return id;
      },
      /** Until there are so many. */
      async until(count: number) {
        while (entries.length < count && (await read()));
        return entries;
      },
      read,
      close: () => reader?.cancel(),
    };
  }

  test("begins now, and tells what is recorded as it is recorded", async () => {
    await seedCourse(api);
    const stream = await open();
    expect(stream.response.headers.get("content-type")).toBe("text/event-stream");
    await stream.read();
    expect(stream.entries).toEqual([]);
    await complete("ada", "fs-1");
    const told = await stream.until(2);
    expect(told.map(({ type, learner }) => [type, learner])).toEqual([
      ["enrollment.created", "ada"],
      ["lesson.completed", "ada"],
    ]);
    expect(stream.id).toBe(told[1]?.cursor);
    await stream.close();
  });

  test("goes on after the last event that was taken, skipping and repeating nothing", async () => {
    const before = await open();
    await before.read();
    const { id } = before;
    await before.close();
    for (const learner of ["bea", "ben", "bob"]) await complete(learner, "fs-1");
    const again = await open({ lastEventId: id });
    const told = await again.until(6);
    expect(told.map(({ learner }) => learner)).toEqual(
      ["bea", "ben", "bob"].flatMap((learner) => [learner, learner]),
    );
    await complete("bud", "fs-1");
    await again.until(8);
    const places = again.entries.map(({ position }) => position);
    expect(places).toEqual(places.map((_, i) => (places[0] ?? 0) + i));
    await again.close();
    const later = await open({ query: `?after=${told[3]?.cursor}` });
    expect((await later.until(4)).map(({ learner }) => learner)).toEqual([
      ...["bob", "bob", "bud", "bud"],
    ]);
    await later.close();
  });

  test("tells two who follow the same, whoever came first and from wherever", async () => {
    const first = await open();
    await first.read();
    await complete("cay", "fs-1");
    const second = await open({ lastEventId: first.id });
    await complete("coy", "fs-1");
    expect(await second.until(4)).toEqual(await first.until(4));
    await first.close();
    await complete("cat", "fs-1");
    expect((await second.until(6)).at(-1)?.learner).toBe("cat");
    await second.close();
  });

  test("shows a learner what is about them, and of some types those alone", async () => {
    const own = await open({ token: await api.token({ sub: "dee" }) });
    const completed = await open({ query: "?types=course.completed" });
    await own.read();
    await completed.read();
    await complete("dan", "fs-1");
    await complete("dan", "fs-2");
    await complete("dee", "fs-1");
    expect((await own.until(2)).map(({ learner }) => learner)).toEqual(["dee", "dee"]);
    const told = await completed.until(1);
    expect(told.map(({ type, learner }) => [type, learner])).toEqual([["course.completed", "dan"]]);
    await own.close();
    await completed.close();
  });

  test("one stream too many is turned away, and let go ones make room", async () => {
    const streams = [await open(), await open(), await open()];
    const tooMany = await api.send("GET", "/v1/events/stream", { token: api.service });
    expect(await tooMany.json()).toMatchObject({ status: 503, code: "streams_exhausted" });
    // One that was read, and one that was not.
    await streams[0]?.read();
    for (const stream of streams) await stream.close();
    // Asking for the head alone takes no place.
    for (let i = 0; i < 4; i++) {
      const head = await api.send("HEAD", "/v1/events/stream", { token: api.service });
      expect(head.status).toBe(200);
    }
    const next = await open();
    expect(next.response.status).toBe(200);
    await next.close();
  });

  test("a stream ends with the key that it was begun with", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    try {
      const { id, key } = await createApiKey(database().superuser, { name: "k", role: "service" });
      const stream = await open({ token: key });
      await stream.read();
      await revokeApiKey(database().superuser, { id });
      // What was looked up counts for five seconds.
      api.clock.now = new Date(api.clock.now.getTime() + 5_000);
      vi.advanceTimersByTime(5_000);
      expect(await stream.read()).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });

  test("a cursor from nowhere is refused before anything is streamed", async () => {
    const refused = await api.send("GET", "/v1/events/stream?after=x", { token: api.service });
    expect(await refused.json()).toMatchObject({ status: 400, code: "cursor_invalid" });
  });
});
