import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { seedCourse } from "./support/seedCourse.ts";
import { useApi } from "./support/useApi.ts";

describe.each(databaseKinds)("learners on %s", (kind) => {
  const api = useApi(kind);
  beforeAll(() => seedCourse(api));
  const put = (learner: string, body: unknown) =>
    api.send("PUT", `/v1/learners/${learner}`, { token: api.administrator, body });
  const profile = {
    name: "Ada Lovelace",
    email: "ada@academy.example",
    locale: "en-GB",
    timeZone: "Europe/London",
  };

  test("a profile creates its learner with 201, and replaces it with 200", async () => {
    const created = await put("ada", profile);
    expect(created.status).toBe(201);
    expect(await created.json()).toEqual({ id: "ada", ...profile });
    const replaced = await put("ada", { name: "Ada King" });
    expect(replaced.status).toBe(200);
    expect(await replaced.json()).toEqual({
      id: "ada",
      name: "Ada King",
      email: null,
      locale: null,
      timeZone: null,
    });
  });

  test.each([
    [{ timeZone: "Nowhere/At All" }, 422, "time_zone_unknown"],
    [{ timeZone: "" }, 422, "time_zone_unknown"],
    [{ name: "x".repeat(1001) }, 422, "text_out_of_range"],
    [{ email: "x".repeat(321) }, 422, "text_out_of_range"],
    [{ locale: "x".repeat(101) }, 422, "text_out_of_range"],
    [{ name: "a\0b" }, 400, "request_invalid"],
    [{ phone: "1" }, 400, "request_invalid"],
  ])("a profile that can't be stored is refused: %j", async (body, status, code) => {
    expect(await (await put("bea", body)).json()).toMatchObject({ status, code });
  });

  test("a profile has to be sent: leaving it out would clear it", async () => {
    const response = await api.send("PUT", "/v1/learners/ada", { token: api.service });
    expect(await response.json()).toMatchObject({ status: 400, code: "request_invalid" });
  });

  test("an erased learner is unknown, and what they completed still counts", async () => {
    const client = api.client(api.service);
    const path = { learner: "cleo", lesson: "fs-1" };
    await client.PUT("/v1/learners/{learner}/lessons/{lesson}/completion", { params: { path } });
    const erase = () => api.send("DELETE", "/v1/learners/cleo", { token: api.administrator });
    expect(await (await erase()).json()).toEqual({
      erasedAt: api.clock.now.toISOString(),
      keptCompletions: 1,
    });
    expect(await (await erase()).json()).toMatchObject({ status: 404, code: "learner_not_found" });
    const read = await api.send("GET", "/v1/learners/cleo/courses/fs", { token: api.service });
    expect(await read.json()).toMatchObject({ status: 404, code: "learner_not_found" });
  });
});
