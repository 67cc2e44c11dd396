import { createApp } from "@milepost/server";
import pino from "pino";
import { afterEach, describe, expect, test } from "vitest";
import { checkContract } from "./support/contract.ts";

const now = new Date("2026-03-01T12:00:00.000Z");
const columns = { course: "fs", course_title: "Fire, safety", attempt: 1, time_zone: null };
const times = { due_at: now, original_due_at: now, last_viewed_at: null, as_of: now };

/** An overdue attempt as the statement answers it. */
const row = (n: number) => ({
  ...columns,
  ...times,
  learner: `=learner-${n}`,
  name: null,
  days_overdue: n,
  progress_percentage: "33.33",
  cursor_bucket: n % 1024,
  cursor_id: String(n),
  total: "2500",
});

/** Arguments of every statement sent. */
const sent: unknown[][] = [];
const logged: Record<string, unknown>[] = [];
let answer: (values: unknown[]) => object[] | Promise<object[]>;

/** A pool whose database answers what a test says: these tests are about what is made of it. */
const client = {
  on: () => client,
  off: () => client,
  release: () => {},
  query: async ({ values }: { values: unknown[] }) => {
    sent.push(values);
    return { rows: await answer(values) };
  },
};
const pool = { waitingCount: 0, connect: async () => client } as never;
const logger = pino({ level: "info" }, { write: (line) => logged.push(JSON.parse(line)) });

function ask(path: string, accept?: string, limits = {}) {
  const app = createApp({ pool, auth: { mode: "off" }, logger, limits });
  const headers = accept === undefined ? {} : { accept };
  const request = new Request(`http://localhost/v1/reports/${path}`, { headers });
  return { request, response: Promise.resolve(app.fetch(request)) };
}

afterEach(() => {
  sent.length = 0;
  logged.length = 0;
});

/** Of a statement's arguments, the instant looked back to and the present. */
const instants = (values: unknown[]) => [values[3], values.at(-1)];

/** 2,500 overdue attempts, page by page. */
const pages = (values: unknown[]) => {
  const limit = Number(values[7]);
  const after = values[6] === null ? 0 : Number(values[6]);
  const count = Math.min(limit, 2_500 - after);
  return Array.from({ length: count }, (_, n) => row(after + n + 1));
};

describe("a report", () => {
  test("is JSON where CSV is not asked for, and varies by what is", async () => {
    answer = pages;
    for (const accept of [undefined, "*/*", "application/json, text/csv"]) {
      const { request, response } = ask("overdue?limit=2", accept);
      const got = await response;
      await checkContract(request, got);
      expect(got.headers.get("content-type")).toBe("application/json");
      expect(got.headers.get("vary")).toBe("accept");
      expect(await got.json()).toMatchObject({ total: 2500, definition: 1, items: [{}, {}] });
    }
  });

  test("is a file of all its rows as CSV, whatever limit and after are", async () => {
    answer = pages;
    const { request, response } = ask("overdue?limit=2", "text/csv");
    const got = await response;
    await checkContract(request, got);
    const lines = (await got.text()).split("\r\n");
    expect(got.headers.get("vary")).toBe("accept");
    expect(got.headers.get("content-disposition")).toBe('attachment; filename="overdue.csv"');
    expect(lines).toHaveLength(2_502);
    expect(lines[0]).toBe(
      "learner,name,course,courseTitle,attempt,dueAt,originalDueAt,timeZone,daysOverdue," +
        "progressPercentage,lastActivityAt,total,asOf,definition,group,membership," +
        "enrolledFrom,enrolledBefore",
    );
    const at = now.toISOString();
    expect(lines[2_500]).toBe(
      `'=learner-2500,,fs,"Fire, safety",1,${at},${at},,2500,33.33,,2500,${at},1,,,,`,
    );
    expect(lines[2_501]).toBe("");
  });

  test("is as of one instant, however many pages it takes", async () => {
    answer = pages;
    const { response } = ask("overdue", "text/csv");
    await (await response).text();
    expect(sent.map(instants)).toEqual([
      [null, null],
      [null, now],
      [null, now],
    ]);
    sent.length = 0;
    const then = "2026-02-01T00:00:00.000Z";
    await (await ask(`overdue?asOf=${then}`, "text/csv").response).text();
    expect(sent.map(instants)).toEqual([
      [new Date(then), null],
      [new Date(then), null],
      [new Date(then), null],
    ]);
  });

  test("that breaks off in the middle is no file, and is logged with the request's id", async () => {
    answer = (values) => {
      if (values[6] === null) return pages(values);
      throw Object.assign(new Error("terminating connection"), { code: "57P01" });
    };
    const got = await ask("overdue", "text/csv").response;
    expect(got.status).toBe(200);
    await expect(got.text()).rejects.toThrow("The file broke off.");
    expect(logged).toContainEqual(
      expect.objectContaining({
        msg: "a file broke off",
        route: "/v1/reports/overdue",
        requestId: got.headers.get("x-request-id"),
        err: expect.objectContaining({ message: "terminating connection" }),
      }),
    );
  });

  test("that can't begin is a problem, not a file", async () => {
    answer = () => Promise.reject(Object.assign(new Error("starting up"), { code: "57P03" }));
    const { request, response } = ask("overdue", "text/csv");
    const got = await response;
    await checkContract(request, got);
    expect(got.status).toBe(503);
    expect(await got.json()).toMatchObject({ code: "database_unavailable" });
  });

  test("has the request's deadline for its first page", async () => {
    answer = () => new Promise(() => {});
    const got = await ask("overdue", "text/csv", { requestMs: 20 }).response;
    expect(got.status).toBe(503);
    expect(await got.json()).toMatchObject({ code: "timed_out" });
  });
});

describe("what a report takes", () => {
  test.each([
    ["courses/fs/learners?state=late", "query.state"],
    ["courses/fs/learners?lesson=a&segment=lost", "query.segment"],
    ["courses/fs/learners?segment=viewed", "query.segment"],
    ["courses/fs/learners?sort=points", "query.sort"],
    ["courses/fs/learners?order=up", "query.order"],
    ["courses/fs/learners?asOf=2026-02-01T00:00:00Z", "query.asOf"],
    ["courses/fs/lessons?asOf=2026-02-01T00:00:00Z", "query.asOf"],
    ["courses/fs/cohorts?by=day", "query.by"],
    ["courses/fs/time-to-complete?from=now", "query.from"],
    ["courses/fs?maturedDays=0", "query.maturedDays"],
    ["courses/fs?maturedDays=366", "query.maturedDays"],
    ["courses/fs?maturedDays=1.5", "query.maturedDays"],
    ["courses/fs/learners?minDays=-1", "query.minDays"],
    ["courses/fs/learners?maxDays=100001", "query.maxDays"],
    ["courses/fs/learners?minDays=8&maxDays=7", "query.maxDays"],
    ["courses/fs/learners?from=now", "query.from"],
    ["overdue?minDays=1.5", "query.minDays"],
    ["overdue?minDays=8&maxDays=7", "query.maxDays"],
    ["overdue?dueFrom=2026-02-01T00:00:00Z", "query.dueFrom"],
    ["due-next?minDays=1", "query.minDays"],
    ["due-next?days=91", "query.days"],
    ["due-next?days=two", "query.days"],
    ["activity?by=day", "query.by"],
    ["activity?periods=1.5", "query.periods"],
  ])("%s is refused for its %s", async (path, field) => {
    const { request, response } = ask(path);
    const got = await response;
    await checkContract(request, got);
    expect(got.status).toBe(400);
    const problem = await got.json();
    expect(problem).toMatchObject({ code: "request_invalid", errors: [{ path: field }] });
    expect(sent).toEqual([]);
  });
});
