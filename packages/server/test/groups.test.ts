import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { useApi } from "./support/useApi.ts";

describe.each(databaseKinds)("groups on %s", (kind) => {
  const api = useApi(kind);
  const send = (method: string, path: string, body?: unknown) =>
    api.send(method, path, { token: api.administrator, ...(body === undefined ? {} : { body }) });
  const json = async (method: string, path: string, body?: unknown) =>
    (await (await send(method, path, body)).json()) as Record<string, unknown>;
  const begin = "2026-03-01T12:00:00.000Z";

  beforeAll(async () => {
    await send("PUT", "/v1/groups/crew", { name: "Crew" });
  });

  test("a group is created with 201 and renamed with 200", async () => {
    const created = await send("PUT", "/v1/groups/night%2Fshift", { name: "N", kind: "team" });
    expect(created.status).toBe(201);
    const group = { id: "night/shift", name: "N", kind: "team", createdAt: begin, memberCount: 0 };
    expect(await created.json()).toEqual(group);
    const renamed = await send("PUT", "/v1/groups/night%2Fshift", { name: "Nights" });
    expect(renamed.status).toBe(200);
    const now = { ...group, name: "Nights", kind: null };
    expect(await renamed.json()).toEqual(now);
    expect(await json("GET", "/v1/groups/night%2Fshift")).toEqual(now);
    const page = await json("GET", "/v1/groups?limit=1");
    expect(page).toMatchObject({ items: [{ id: "crew" }], next: expect.any(String) });
    const next = await json("GET", `/v1/groups?after=${page.next}`);
    expect(next).toEqual({ items: [now], next: null });
  });

  test.each([
    [{ name: "" }, 422, "text_out_of_range"],
    [{ name: "n".repeat(1001) }, 422, "text_out_of_range"],
    [{ name: "N", kind: "" }, 422, "text_out_of_range"],
    [{ name: "N", kind: "k".repeat(101) }, 422, "text_out_of_range"],
    [{ name: "a\0b" }, 400, "request_invalid"],
    [{ kind: "team" }, 400, "request_invalid"],
    [{ name: "N", colour: "red" }, 400, "request_invalid"],
  ])("a group that can't be stored is refused: %j", async (body, status, code) => {
    expect(await json("PUT", "/v1/groups/bad", body)).toMatchObject({ status, code });
  });

  test("an id of a group has up to 255 characters", async () => {
    const path = (length: number) => `/v1/groups/${"g".repeat(length)}`;
    expect((await send("PUT", path(255), { name: "N" })).status).toBe(201);
    const refused = { status: 400, code: "id_out_of_range" };
    expect(await json("PUT", path(256), { name: "N" })).toMatchObject(refused);
    expect(await json("GET", path(256))).toMatchObject(refused);
  });

  test.each([
    ["GET", "/v1/groups/nowhere", undefined],
    ["GET", "/v1/groups/nowhere/members", undefined],
    ["PUT", "/v1/groups/nowhere/members/ada", {}],
    ["POST", "/v1/groups/nowhere/members", { learners: ["ada"] }],
    ["DELETE", "/v1/groups/nowhere/members/ada", undefined],
  ])("%s %s is refused: there is no such group", async (method, path, body) => {
    expect(await json(method, path, body)).toMatchObject({ status: 404, code: "group_not_found" });
  });

  test("a learner joins, leaves and comes back, and each is answered with the membership", async () => {
    const path = "/v1/groups/crew/members/ada";
    const membership = { group: "crew", learner: "ada", leftAt: null };
    const joinedAt = "2026-02-01T09:00:00.000Z";
    const joined = { ...membership, joinedAt };
    expect(await json("PUT", path, { joinedAt })).toEqual({ status: "recorded", ...joined });
    expect(await json("PUT", path)).toEqual({ status: "unchanged", ...joined });
    await send("PUT", "/v1/learners/ada", { name: "Ada" });
    const members = () => json("GET", "/v1/groups/crew/members");
    const listed = { learner: "ada", name: "Ada", joinedAt };
    expect(await members()).toEqual({ items: [listed], next: null });

    const leftAt = "2026-02-02T09:00:00.000Z";
    const left = { ...joined, leftAt };
    expect(await json("DELETE", `${path}?leftAt=2026-02-02T10:00:00%2B01:00`)).toEqual({
      status: "recorded",
      ...left,
    });
    expect(await json("DELETE", path)).toEqual({ status: "unchanged", ...left });
    expect(await members()).toEqual({ items: [], next: null });

    const back = { status: "recorded", ...membership, joinedAt: begin };
    expect(await json("PUT", path, {})).toEqual(back);
    const never = { status: "unchanged", group: "crew", learner: "bo", joinedAt: null };
    await send("PUT", "/v1/learners/bo", {});
    expect(await json("DELETE", "/v1/groups/crew/members/bo")).toEqual({ ...never, leftAt: null });
    expect(await json("DELETE", "/v1/groups/crew/members/nobody")).toMatchObject({
      status: 404,
      code: "learner_not_found",
    });
  });

  test.each([
    ["PUT", "/v1/groups/crew/members/cy", { joinedAt: "yesterday" }],
    ["PUT", "/v1/groups/crew/members/cy", { joinedAt: "1999-12-31T23:59:59Z" }],
    ["DELETE", "/v1/groups/crew/members/cy?leftAt=2026-02-30T09:00:00Z", undefined],
    ["POST", "/v1/groups/crew/members", { learners: ["cy"], joinedAt: "2026-03-01" }],
  ])("%s %s with a time that is none is refused", async (method, path, body) => {
    const refused = { status: 422, code: "time_out_of_range" };
    expect(await json(method, path, body)).toMatchObject(refused);
  });

  test("a query that is mistyped is refused rather than ignored", async () => {
    const refused = { status: 400, code: "request_invalid" };
    const path = "/v1/groups/crew/members/ada";
    expect(await json("DELETE", `${path}?left=2026-02-02T09:00:00Z`)).toMatchObject(refused);
    expect(await json("PUT", `${path}?joinedAt=2026-02-02T09:00:00Z`)).toMatchObject(refused);
  });

  test("learners join in bulk, and a refused one fails alone", async () => {
    const learners = ["dee", "", 7, "x".repeat(256), "eve", "dee"];
    const joined = { status: "recorded", joinedAt: begin };
    const refused = (code: string) => ({ status: "refused", code, detail: expect.any(String) });
    const expected = [
      joined,
      refused("id_out_of_range"),
      refused("request_invalid"),
      refused("id_out_of_range"),
      joined,
      joined,
    ];
    expect(await json("POST", "/v1/groups/crew/members", { learners })).toEqual({
      results: expected,
    });
    const again = await json("POST", "/v1/groups/crew/members", { learners: ["eve"] });
    expect(again).toEqual({ results: [{ ...joined, status: "unchanged" }] });
  });

  test("10,000 learners join at once and 10,001 are refused whole", async () => {
    const learners = Array.from({ length: 10_001 }, (_, i) => `bulk-${i % 100}`);
    const path = "/v1/groups/crew/members";
    const refused = { status: 413, code: "batch_too_large" };
    expect(await json("POST", path, { learners })).toMatchObject(refused);
    const { results } = await json("POST", path, { learners: learners.slice(1) });
    expect(results).toHaveLength(10_000);
    expect(await json("GET", `${path}?limit=1001`)).toMatchObject({ code: "limit_out_of_range" });
    expect(await json("GET", `${path}?after=x`)).toMatchObject({ code: "cursor_invalid" });
  });
});
