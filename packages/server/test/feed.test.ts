import type { FeedPage } from "@milepost/engine";
import { describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { seedCourse } from "./support/seedCourse.ts";
import { useApi } from "./support/useApi.ts";

type Page = FeedPage & { readonly code?: string };

describe.each(databaseKinds)("the feed over HTTP on %s", (kind) => {
  const api = useApi(kind);
  const get = async (query: string, token = api.service) => {
    const response = await api.send("GET", `/v1/events${query}`, { token });
    return { response, body: (await response.json()) as Page };
  };
  const complete = (learner: string, lesson: string) =>
    api.send("PUT", `/v1/learners/${learner}/lessons/${lesson}/completion`, {
      token: api.service,
    });

  test("is read page by page, and goes on where it was left", async () => {
    await seedCourse(api);
    const { body: begin } = await get("?after=latest");
    expect(begin).toMatchObject({ items: [], hasMore: false });
    await complete("ada", "fs-1");
    await complete("ada", "fs-2");
    const { response, body: first } = await get(`?after=${begin.next}&limit=2`);
    expect(first.items.map(({ type }) => type)).toEqual(["enrollment.created", "lesson.completed"]);
    expect(first).toMatchObject({ hasMore: true, position: begin.position + 2 });
    expect(first.items[1]).toMatchObject({
      learner: "ada",
      course: "fs",
      lesson: "fs-1",
      attempt: 1,
      cursor: first.next,
      position: begin.position + 2,
    });
    expect(response.headers.get("link")).toContain(`after=${first.next}`);
    const { body: second } = await get(`?after=${first.next}`);
    expect(second.items.map(({ type }) => type)).toEqual(["lesson.completed", "course.completed"]);
    expect(second.hasMore).toBe(false);
  });

  test("of some types has those alone", async () => {
    const { body } = await get("?types=course.completed,outline.changed");
    const types = body.items.map(({ type }) => type);
    expect(new Set(types)).toEqual(new Set(["course.completed", "outline.changed"]));
  });

  test("shows a learner what is about them and nothing else", async () => {
    await complete("ada", "fs-1");
    await complete("bob", "fs-1");
    const { body } = await get("", await api.token({ sub: "bob" }));
    const learners = body.items.map(({ learner }) => learner);
    expect(new Set(learners)).toEqual(new Set(["bob"]));
  });

  test.each([
    ["?types=lesson.viewed", "request_invalid"],
    ["?types=", "request_invalid"],
    ["?after=nonsense", "cursor_invalid"],
    ["?limit=1001", "limit_out_of_range"],
    ["?learner=ada", "request_invalid"],
  ])("refuses %s", async (query, code) => {
    const { response, body } = await get(query);
    expect([response.status, body.code]).toEqual([400, code]);
  });
});
