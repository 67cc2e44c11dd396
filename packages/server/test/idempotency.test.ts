import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { seedCourse } from "./support/seedCourse.ts";
import { type Sent, useApi } from "./support/useApi.ts";

describe.each(databaseKinds)("Idempotency-Key on %s", (kind) => {
  const api = useApi(kind);
  beforeAll(() => seedCourse(api));
  const retake = (learner: string, key: string, sent: Sent = {}) =>
    api.send("POST", `/v1/courses/fs/enrollments/${learner}/retake`, {
      token: api.service,
      body: { force: true },
      ...sent,
      headers: { "idempotency-key": key, ...sent.headers },
    });
  const enroll = (learner: string) =>
    api.client(api.service).PUT("/v1/courses/{course}/enrollments/{learner}", {
      params: { path: { course: "fs", learner } },
    });
  const attemptOf = async (learner: string) => {
    const params = { path: { learner, course: "fs" } };
    const client = api.client(api.service);
    return (await client.GET("/v1/learners/{learner}/courses/{course}", { params })).data.attempt;
  };

  test("the same request again is answered as the first time and not carried out", async () => {
    await enroll("ada");
    const first = await retake("ada", "key-1");
    expect(first.status).toBe(201);
    expect(first.headers.get("idempotent-replayed")).toBeNull();
    const again = await retake("ada", "key-1");
    expect(again.status).toBe(201);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(again.headers.get("content-type")).toBe("application/json");
    expect(await again.text()).toBe(await first.text());
    expect(await attemptOf("ada")).toBe(2);
    await retake("ada", "key-2");
    expect(await attemptOf("ada")).toBe(3);
  });

  test("another request with the same key is refused", async () => {
    await enroll("bea");
    await retake("bea", "key-b");
    const others = [
      retake("bea", "key-b", { body: { force: true, source: "other" } }),
      retake("ada", "key-b"),
      api.send("POST", "/v1/courses/fs/enrollments/bea/withdraw", {
        token: api.service,
        headers: { "idempotency-key": "key-b" },
      }),
    ];
    for (const response of await Promise.all(others)) {
      expect(await response.json()).toMatchObject({ status: 422, code: "idempotency_key_reused" });
    }
    expect(await attemptOf("bea")).toBe(2);
  });

  test("twenty at once are carried out once", async () => {
    await enroll("cleo");
    const answers = await Promise.all(Array.from({ length: 20 }, () => retake("cleo", "key-c")));
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(texts).size).toBe(1);
    const replayed = answers.filter(({ headers }) => headers.get("idempotent-replayed") === "true");
    expect(replayed).toHaveLength(19);
    expect(await attemptOf("cleo")).toBe(2);
  });

  test("a refused request leaves its key unused", async () => {
    await enroll("dora");
    const refused = await retake("dora", "key-d", { body: {} });
    expect(await refused.json()).toMatchObject({ code: "attempt_open" });
    const later = await retake("dora", "key-d", { body: { force: true } });
    expect(later.status).toBe(201);
    expect(later.headers.get("idempotent-replayed")).toBeNull();
  });

  test("a batch is answered again with the results it had", async () => {
    const post = () =>
      api.send("POST", "/v1/events", {
        token: api.service,
        body: { events: [{ type: "lesson.viewed", learner: "emma", lesson: "fs-1" }, {}] },
        headers: { "idempotency-key": "key-e" },
      });
    const first = await (await post()).text();
    const again = await post();
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(await again.text()).toBe(first);
  });

  test("tenants and learners do not meet each other's keys", async () => {
    const event = (learner: string) => ({
      body: { events: [{ type: "lesson.viewed", learner, lesson: "fs-1" }] },
      headers: { "idempotency-key": "key-f" },
    });
    const tokens = {
      fay: await api.token({ sub: "fay" }),
      gina: await api.token({ sub: "gina" }),
      hana: api.service,
      ines: api.foreign.service,
    };
    for (const [learner, token] of Object.entries(tokens)) {
      const response = await api.send("POST", "/v1/events", { token, ...event(learner) });
      expect(response.status, learner).toBe(200);
      expect(response.headers.get("idempotent-replayed"), learner).toBeNull();
    }
  });

  test("a key has 1 to 200 characters", async () => {
    await enroll("kim");
    for (const key of ["", "x".repeat(201)]) {
      const response = await retake("kim", key);
      expect(await response.json(), key).toMatchObject({
        status: 400,
        code: "request_invalid",
        errors: [{ path: "header.Idempotency-Key" }],
      });
    }
    expect((await retake("kim", "x".repeat(200))).status).toBe(201);
  });

  test("a key on a PUT means nothing: a PUT may be repeated anyway", async () => {
    for (const learner of ["lea", "mia"]) {
      const response = await api.send("PUT", `/v1/courses/fs/enrollments/${learner}`, {
        token: api.service,
        headers: { "idempotency-key": "key-put" },
      });
      expect(response.status).toBe(201);
    }
  });
});
