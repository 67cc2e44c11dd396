import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { begin, useApi } from "./support/useApi.ts";

interface Health {
  readonly sources: readonly { source: string }[];
  readonly refusals: readonly object[];
}

const ago = (seconds: number) => new Date(begin.getTime() - seconds * 1_000).toISOString();

describe.each(databaseKinds)("data health over HTTP on %s", (kind) => {
  const api = useApi(kind);
  beforeAll(async () => {
    const lessons = ["fs-1", "fs-2"].map((id) => ({ id, title: id }));
    const body = { title: "Fire", lessons };
    for (const token of [api.service, api.foreign.service]) {
      await api.send("PUT", "/v1/courses/fs", { token, body });
    }
  });
  const put = (token: string, path: string, body: object = {}) =>
    api.send("PUT", `/v1/learners/ada/lessons/${path}`, { token, body });
  const health = async (token = api.administrator) => {
    await api.intake.flush();
    const response = await api.send("GET", "/v1/reports/data-health", { token });
    return (await response.json()) as Health;
  };

  test("single facts are counted by the key or the role of the token that sent them", async () => {
    const learner = await api.token({ sub: "ada" });
    await put(api.service, "fs-1/view", { at: ago(3) });
    await put(api.service, "fs-1/completion", { at: ago(100) });
    await put(api.service, "fs-1/completion", { at: ago(100) });
    await put(api.service, "nothing/completion");
    await put(learner, "fs-2/view", { at: ago(-60) });
    const key = { source: "service key", recorded24h: 2, unchanged24h: 1, refused24h: 1 };
    expect(await health()).toMatchObject({
      asOf: begin.toISOString(),
      sources: [
        {
          ...{ source: "learner", recorded24h: 1, unchanged24h: 0, refused24h: 0, clamped24h: 1 },
          ...{ lastEventAt: ago(0), lastReceivedAt: ago(0), lagSeconds: { p50: 1, p95: 1 } },
        },
        { ...key, clamped24h: 0, lastEventAt: ago(3), lagSeconds: { p50: 4, p95: 128 } },
      ],
      refusals: [{ source: "service key", code: "lesson_not_found", n: 1, lastAt: ago(0) }],
      doctor: null,
    });
  });

  test("of a batch each event counts, a malformed one too", async () => {
    const event = { type: "lesson.completed", learner: "bob", lesson: "fs-1", at: ago(5_000) };
    const events = [event, event, { ...event, lesson: "none" }, { ...event, type: "no" }, 7];
    await api.send("POST", "/v1/events", { token: api.foreign.service, body: { events } });
    const { sources, refusals } = await health(api.foreign.administrator);
    expect(sources).toMatchObject([
      {
        ...{ source: "service key", recorded24h: 1, unchanged24h: 1, refused24h: 3 },
        ...{ lastEventAt: ago(5_000), lagSeconds: { p50: 8_192, p95: 8_192 } },
      },
    ]);
    expect(refusals).toMatchObject([
      { code: "event_type_unknown", n: 1 },
      { code: "lesson_not_found", n: 1 },
      { code: "request_invalid", n: 1 },
    ]);
  });

  test("enrollments count by the role of the token, and have no lag", async () => {
    const token = await api.token({ sub: "eve", role: "administrator" });
    const learners = ["cy", "dee", ""];
    await api.send("POST", "/v1/courses/fs/enrollments", { token, body: { learners } });
    const { sources } = await health();
    expect(sources.find(({ source }) => source === "administrator")).toMatchObject({
      ...{ recorded24h: 2, refused24h: 1, lastEventAt: null, lagSeconds: null },
    });
  });

  test("a request repeated by its Idempotency-Key is counted once", async () => {
    const headers = { "idempotency-key": "once" };
    const learners = ["eli"];
    const token = api.administrator;
    for (let n = 0; n < 2; n++) {
      await api.send("POST", "/v1/courses/fs/enrollments", { token, headers, body: { learners } });
    }
    const { sources } = await health();
    expect(sources.find(({ source }) => source === "administrator key")).toMatchObject({
      ...{ recorded24h: 1, unchanged24h: 0 },
    });
  });
});
