import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { seedCourse } from "./support/seedCourse.ts";
import { useApi } from "./support/useApi.ts";

/** What a batch, or one attempt, is answered. */
interface Answer {
  readonly preview?: true;
  readonly results: readonly { readonly code?: string }[];
}

const dueAt = "2026-04-24T21:59:59.999Z";
const later = "2026-05-08T21:59:59.999Z";
const timeZone = "Europe/Berlin";

describe.each(databaseKinds)("acts on many on %s", (kind) => {
  const api = useApi(kind);
  let count = 0;
  beforeAll(() => seedCourse(api));

  const send = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const token = await api.token({ sub: "grace", role: "administrator" });
    const response = await api.send("POST", path, { token, body, headers });
    const answer = (await response.json()) as Answer;
    return { status: response.status, headers: response.headers, body: answer };
  };
  const enrolled = async () => {
    const learner = `one-of-many-${++count}`;
    await api.send("PUT", `/v1/courses/fs/enrollments/${learner}`, {
      token: api.service,
      body: { due: { onDate: "2026-04-24", timeZone } },
    });
    return { learner, course: "fs", attempt: 1 };
  };
  const reason = "Parental leave.";

  test("deadlines move, say what they were, and go back", async () => {
    const one = await enrolled();
    const { body } = await send("/v1/deadlines", { attempts: [one], extendDays: 14, reason });
    expect(body).toEqual({
      results: [
        {
          status: "recorded",
          ...one,
          dueAt: later,
          previousDueAt: dueAt,
          timeZone,
          previousTimeZone: timeZone,
        },
      ],
    });
    const undo = { ...one, expectedDueAt: later, dueAt, timeZone };
    const undone = await send("/v1/deadlines", { attempts: [undo], reason: "Taken back." });
    expect(undone.body.results).toMatchObject([{ status: "recorded", dueAt, timeZone }]);
    const again = await send("/v1/deadlines", { attempts: [undo], reason: "Taken back." });
    expect(again.body.results).toEqual([
      {
        ...one,
        status: "refused",
        code: "deadline_moved",
        detail: expect.stringContaining("somebody moved it"),
        ...{ dueAt, previousDueAt: dueAt, timeZone, previousTimeZone: timeZone },
      },
    ]);
    const path = `/v1/courses/fs/enrollments/${one.learner}`;
    const attempt = await api.send("PUT", path, { token: api.service });
    expect(await attempt.json()).toMatchObject({ dueAt, originalDueAt: dueAt });
  });

  test("a preview says so, writes nothing, and its Idempotency-Key is another's", async () => {
    const one = await enrolled();
    const act = { attempts: [one], extendDays: 14, reason };
    const preview = await send("/v1/deadlines", { ...act, preview: true });
    expect(preview.body).toMatchObject({ preview: true, results: [{ dueAt: later }] });
    const done = await send("/v1/deadlines", act);
    expect(done.body.preview).toBeUndefined();
    expect(done.body.results).toEqual(preview.body.results);
  });

  test("a repeated Idempotency-Key acts once", async () => {
    const one = await enrolled();
    const act = { attempts: [one], extendDays: 14, reason };
    const key = { "idempotency-key": `extend-${one.learner}` };
    const first = await send("/v1/deadlines", act, key);
    const second = await send("/v1/deadlines", act, key);
    expect(second.headers.get("idempotent-replayed")).toBe("true");
    expect(second.body).toEqual(first.body);
    expect(second.body.results).toMatchObject([{ dueAt: later }]);
  });

  test("an item that is malformed fails alone", async () => {
    const one = await enrolled();
    const attempts = [
      one,
      { ...one, attempt: 0 },
      { ...one, attempt: 2_147_483_648 },
      { ...one, learner: "" },
      { ...one, dueAt },
      { ...one, expectedDueAt: "tomorrow" },
      "ada",
    ];
    const { status, body } = await send("/v1/deadlines", { attempts, extendDays: 14, reason });
    expect(status).toBe(200);
    expect(body.results.map(({ code = "" }) => code)).toEqual([
      "",
      "request_invalid",
      "request_invalid",
      "id_out_of_range",
      // There is one deadline for all, or one for each.
      "request_invalid",
      "time_out_of_range",
      "request_invalid",
    ]);
    const each = await send("/v1/deadlines", { attempts: [one], reason });
    expect(each.body.results).toMatchObject([{ status: "refused", code: "request_invalid" }]);
  });

  test.each([
    [{ extendDays: 0 }, 400, "request_invalid"],
    [{ extendDays: 3651 }, 400, "request_invalid"],
    [{ extendDays: 1, due: { afterDays: 1 } }, 400, "request_invalid"],
    [{ extendDays: 1, due: null }, 400, "request_invalid"],
    [{ due: { afterDays: 36_501 } }, 422, "due_out_of_range"],
    [{ due: { afterDays: 1, timeZone: "Mars/Olympus" } }, 422, "time_zone_unknown"],
    [{ extendDays: 1, reason: "" }, 422, "text_out_of_range"],
    [{ extendDays: 1, reason: " " }, 422, "reason_required"],
    [{ extendDays: 1, reason: "x".repeat(501) }, 422, "text_out_of_range"],
    [{ extendDays: 1, reason: undefined }, 400, "request_invalid"],
  ])("deadlines with %j are refused as a whole", async (terms, status, code) => {
    const attempts = [await enrolled()];
    const answer = await send("/v1/deadlines", { attempts, reason, ...terms });
    expect(answer).toMatchObject({ status, body: { code } });
  });

  test("exemptions are given and taken back by the administrator who is on record", async () => {
    const one = await enrolled();
    const exemptedAt = "2026-03-01T12:00:00.000Z";
    const acts = { attempts: [one, { ...one, learner: "nobody-here" }], reason };
    const given = await send("/v1/exemptions", acts);
    const code = "learner_not_found";
    expect(given.body).toMatchObject({
      results: [
        { status: "recorded", ...one, exemptedAt },
        { status: "refused", code, detail: expect.any(String), learner: "nobody-here" },
      ],
    });
    const preview = await send("/v1/reinstatements", { ...acts, preview: true });
    expect(preview.body).toMatchObject({
      preview: true,
      results: [{ exemptedAt: null }, { code }],
    });
    const taken = await send("/v1/reinstatements", acts);
    expect(taken.body.results).toEqual(preview.body.results);
    const report = await api.send("GET", `/v1/reports/changes?learner=${one.learner}`, {
      token: api.service,
    });
    expect(await report.json()).toMatchObject({
      items: [
        { type: "enrollment.reinstated", actor: "administrator grace", reason },
        { type: "enrollment.exempted", actor: "administrator grace", reason, ...one },
      ],
    });
  });

  test("one exemption is taken back by its own address, with a reason", async () => {
    const one = await enrolled();
    const path = `/v1/courses/fs/enrollments/${one.learner}`;
    await send(`${path}/exempt`, { reason });
    const taken = await send(`${path}/reinstate`, { reason: "It has expired." });
    expect(taken).toMatchObject({ status: 200, body: { ...one, exemptedAt: null } });
    const again = await send(`${path}/reinstate`, { reason: "It has expired." });
    expect(again).toMatchObject({ status: 200, body: { exemptedAt: null } });
    const unsaid = await send(`${path}/reinstate`, { reason: " " });
    expect(unsaid).toMatchObject({ status: 422, body: { code: "reason_required" } });
  });

  test.each(["/v1/deadlines", "/v1/exemptions", "/v1/reinstatements"])(
    "%s takes 10,000 attempts and refuses one more",
    async (path) => {
      const attempts = Array.from({ length: 10_001 }, (_, n) => ({
        learner: `nobody-${n}-${"x".repeat(200)}`,
        course: "fs",
        attempt: 1,
      }));
      const terms = path === "/v1/deadlines" ? { extendDays: 1, reason } : { reason };
      const tooMany = await send(path, { attempts, ...terms });
      expect(tooMany).toMatchObject({ status: 413, body: { code: "batch_too_large" } });
      if (kind === "embedded") return;
      const { status, body } = await send(path, { attempts: attempts.slice(1), ...terms });
      expect(status).toBe(200);
      expect(body.results).toHaveLength(10_000);
    },
  );
});
