import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { seedCourse } from "./support/seedCourse.ts";
import { useApi } from "./support/useApi.ts";

interface Page {
  readonly items: readonly { readonly id: string; readonly actor?: string }[];
  readonly next: string | null;
}

describe.each(databaseKinds)("what administrators look up on %s", (kind) => {
  const api = useApi(kind);

  const send = async (method: string, path: string, body?: unknown, accept?: string) => {
    const headers = accept === undefined ? {} : { accept };
    const sent = { token: api.administrator, headers, ...(body === undefined ? {} : { body }) };
    return api.send(method, path, sent);
  };
  const get = async (path: string) => (await (await send("GET", path)).json()) as Page;

  beforeAll(async () => {
    await seedCourse(api);
    await send("PUT", "/v1/learners/ada", { name: "Ada Lovelace", timeZone: "Europe/London" });
    await send("PUT", "/v1/learners/grace", { name: "=Grace, Hopper" });
    await send("PUT", "/v1/groups/crew", { name: "The crew", kind: "team" });
    await send("PUT", "/v1/groups/crew/members/ada", { joinedAt: "2026-02-01T00:00:00Z" });
    for (const learner of ["ada", "grace"]) {
      await send("PUT", `/v1/courses/fs/enrollments/${learner}`, { due: { afterDays: 3 } });
      await send("PUT", `/v1/courses/fs/enrollments/${learner}`, { due: { afterDays: 5 } });
    }
    await send("POST", "/v1/courses/fs/enrollments/ada/exempt", { reason: "Holds it." });
  });

  test("a learner is read with the groups they belong to", async () => {
    expect(await get("/v1/learners/ada")).toEqual({
      id: "ada",
      name: "Ada Lovelace",
      email: null,
      locale: null,
      timeZone: "Europe/London",
      groups: [
        {
          group: "crew",
          name: "The crew",
          kind: "team",
          joinedAt: "2026-02-01T00:00:00.000Z",
          leftAt: null,
        },
      ],
      createdAt: "2026-03-01T12:00:00.000Z",
    });
    expect(await get("/v1/learners/nobody")).toMatchObject({ code: "learner_not_found" });
  });

  test("learners are searched, a page at a time", async () => {
    expect((await get("/v1/learners?search=LOVE")).items).toMatchObject([{ id: "ada" }]);
    const first = await get("/v1/learners?limit=1");
    expect(first).toMatchObject({ items: [{ id: "grace" }] });
    const rest = await get(`/v1/learners?after=${first.next}`);
    expect(rest.items.map(({ id }) => id)).toContain("ada");
    expect(await get(`/v1/learners?search=${"x".repeat(101)}`)).toMatchObject({
      status: 422,
      code: "text_out_of_range",
    });
    expect(await get("/v1/learners?after=nonsense")).toMatchObject({ code: "cursor_invalid" });
  });

  test("changes by hand are read a page at a time, with a link to the next", async () => {
    const response = await send("GET", "/v1/reports/changes?limit=2&types=deadline.moved");
    const page = (await response.json()) as Page;
    expect(page.items).toMatchObject([{ type: "deadline.moved" }, { type: "deadline.moved" }]);
    expect(response.headers.get("link")).toContain("types=deadline.moved");
    const rest = await get(`/v1/reports/changes?types=deadline.moved&after=${page.next}`);
    expect(rest).toMatchObject({ items: [], next: null });
    expect((await get("/v1/reports/changes?group=crew&course=fs")).items).toHaveLength(2);
    for (const types of ["lesson.completed", "", "deadline.moved,none"]) {
      const answer = await get(`/v1/reports/changes?types=${types}`);
      expect(answer).toMatchObject({ status: 400, code: "request_invalid" });
    }
  });

  test("changes by hand are a file with a row each", async () => {
    const path = "/v1/reports/changes?types=deadline.moved&learner=grace";
    const file = await (await send("GET", path, undefined, "text/csv")).text();
    const [head, row, ...more] = file.split("\r\n");
    expect(head).toBe(
      "id,type,occurredAt,receivedAt,learner,name,course,courseTitle,attempt,reason,actor,source," +
        "dataFrom,dataFromTimeZone,dataTo,dataTimeZone,asOf,definition,group,membership",
    );
    expect(row).toContain('grace,"\'=Grace, Hopper",fs,');
    expect(row).toContain("2026-03-04T23:59:59.999Z,UTC,2026-03-06T23:59:59.999Z,UTC");
    expect(more).toEqual([""]);
  });

  test("the ledger names the administrator of a token, and the key of a program", async () => {
    const sub = "b".repeat(255);
    const token = await api.token({ sub, role: "administrator" });
    await api.send("POST", "/v1/courses/fs/enrollments/grace/withdraw", { token });
    const { items } = await get("/v1/reports/changes?learner=grace");
    expect(items.map(({ actor }) => actor)).toEqual([`administrator ${sub}`, "administrator key"]);
  });
});
