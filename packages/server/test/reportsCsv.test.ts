import { beforeAll, describe, expect, test } from "vitest";
import { useApi } from "./support/useApi.ts";

type Fields = Readonly<Record<string, unknown>>;
interface Answer extends Fields {
  readonly items?: readonly Fields[];
  readonly next?: string | null;
}

const count = 1_203;
/** Everyone enrolled at its first instant. */
const window = "enrolledFrom=2026-01-12T08:00:00Z&enrolledBefore=2026-01-13T00:00:00Z";
const learner = (n: number) => `l${String(n).padStart(4, "0")}`;

/** The records of a file by RFC 4180. */
function parsed(text: string): string[][] {
  const records: string[][] = [];
  const pattern = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g;
  let record: string[] = [];
  for (const [, cell = "", end] of text.matchAll(pattern)) {
    record.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ",") continue;
    records.push(record);
    record = [];
  }
  return records;
}

/** The fields of an answer under the names of its columns: `matured.rate` is `maturedRate`. */
function flat(value: Fields, before = ""): [string, unknown][] {
  return Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    const column = before && before + name.charAt(0).toUpperCase() + name.slice(1);
    if (Array.isArray(inner)) return [];
    if (typeof inner === "object" && inner !== null) return flat(inner as Fields, column || name);
    return [[column || name, inner]];
  });
}

/** The rows that an answer has to have as a file, said once more and simply. */
function rowsOf({ items, next, ...head }: Answer): Record<string, string>[] {
  const rows = (items ?? [{}]).flatMap((item) => {
    const list = "periods" in item ? "periods" : "curve";
    const entries = (item[list] ?? head[list] ?? []) as Fields[];
    const points = entries.length === 0 ? [{}] : entries;
    return points.map((point) => [...flat(item), ...flat(head), ...flat(point, list)]);
  });
  const text = (value: unknown) => (value === null ? "" : String(value));
  return rows.map((row) => Object.fromEntries(row.map(([name, value]) => [name, text(value)])));
}

/** A text as it stands in a file: numbers below 0 there are none. */
const guarded = (text: string) => (/^[=+@-]/.test(text) ? `'${text}` : text);

describe("reports as CSV on PostgreSQL", () => {
  const api = useApi("PostgreSQL");

  const send = async (method: string, path: string, body: unknown) => {
    const response = await api.send(method, path, { token: api.service, body });
    expect(response.ok, path).toBe(true);
    return response;
  };

  beforeAll(async () => {
    const lessons = ["fs-1", "fs-2"].map((id) => ({ id, title: `Lesson "${id}", the one` }));
    await send("PUT", "/v1/courses/fs", { title: "Fire, safety", lessons });
    await send("PUT", "/v1/courses/gs", {
      title: "Gas",
      lessons: [{ id: "gs-1", title: "@once" }],
    });
    const learners = Array.from({ length: count }, (_, n) => learner(n));
    const enrolledAt = "2026-01-12T08:00:00.000Z";
    for (const [course, at] of [
      ["fs", "2026-02-20T08:00:00.000Z"],
      ["gs", "2026-03-09T08:00:00.000Z"],
    ]) {
      const enrollments = { learners, enrolledAt, due: { at } };
      await send("POST", `/v1/courses/${course}/enrollments`, enrollments);
    }
    const events = learners.flatMap((id, n) => {
      const at = `2026-02-${10 + (n % 9)}T09:00:00.000Z`;
      const viewed = { type: "lesson.viewed", learner: id, lesson: "fs-1", at };
      const done = { ...viewed, type: "lesson.completed", lesson: n % 40 ? "fs-1" : "fs-2" };
      return n % 20 === 0 ? [viewed, { ...done, lesson: "fs-1" }, done] : [viewed];
    });
    await send("POST", "/v1/events", { events });
    await send("PUT", "/v1/learners/l0001", { name: '=cmd("calc")' });
    await send("PUT", "/v1/learners/l0002", { name: "-1+1" });
    await send("PUT", "/v1/learners/l0003", { name: "Lovelace, Ada" });
    await send("PUT", "/v1/groups/crew", { name: "The crew" });
    await send("POST", "/v1/groups/crew/members", {
      learners: learners.slice(0, 30),
      joinedAt: enrolledAt,
    });
  });

  const read = async (path: string): Promise<Answer> => {
    const response = await api.send("GET", `/v1/reports/${path}`, { token: api.administrator });
    expect(response.status, path).toBe(200);
    return (await response.json()) as Answer;
  };
  const everyRow = async (path: string): Promise<Record<string, string>[]> => {
    const rows: Record<string, string>[] = [];
    for (let after = ""; ; ) {
      const answer = await read(path + after);
      rows.push(...rowsOf(answer));
      if (typeof answer.next !== "string") return rows;
      after = `${path.includes("?") ? "&" : "?"}after=${answer.next}`;
    }
  };
  const file = async (path: string): Promise<Record<string, string>[]> => {
    const response = await api.send("GET", `/v1/reports/${path}`, {
      token: api.administrator,
      headers: { accept: "text/csv" },
    });
    expect(response.status, path).toBe(200);
    const [columns = [], ...records] = parsed(await response.text());
    return records.map((cells) =>
      Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? "a cell too few"])),
    );
  };

  test.each([
    ["courses", 2],
    ["courses?limit=1", 2],
    ["courses?maturedDays=30", 2],
    [`courses?${window}`, 2],
    [`courses/fs?${window}`, 1],
    [`courses/fs/lessons?${window}`, 2],
    [`courses/fs/time-to-complete?${window}`, 1],
    [`courses/fs/learners?${window}&sort=due`, count],
    [`overdue?${window}&group=crew`, 29],
    [`due-next?days=10&${window}`, count],
    [`overdue?enrolledBefore=2026-01-12T08:00:00Z`, 0],
    ["courses/fs", 1],
    ["courses/fs?group=crew&maturedDays=7", 1],
    ["courses/fs/lessons", 2],
    ["courses/fs/time-to-complete", 1],
    ["courses/fs/time-to-complete?from=enrolled&group=crew", 1],
    ["courses/fs/cohorts?by=month", 1],
    ["courses/fs/activity", 7],
    ["courses/fs/learners", count],
    ["courses/fs/learners?sort=due&order=desc", count],
    ["courses/fs/learners?sort=lastActivity&state=overdue", count - 31],
    ["courses/fs/learners?sort=progress&order=desc&lesson=fs-1&segment=viewed", count],
    ["activity", 2 * 13],
    ["activity?limit=1&by=month&periods=2&group=crew", 2 * 3],
    ["overdue", count - 31],
    ["overdue?course=fs&group=crew", 29],
    ["due-next?days=10", count],
    ["attempts?state=overdue", count - 31],
    [`attempts?dueFrom=2026-01-01T00:00:00Z&${window}&group=crew`, 29],
  ])("%s has the same numbers in the same order, all of them", async (path, least) => {
    const [json, csv] = [await everyRow(path), await file(path)];
    expect(csv.length).toBeGreaterThanOrEqual(least);
    expect(csv).toHaveLength(json.length);
    for (const [n, row] of json.entries()) {
      const { name = "", ...rest } = row;
      // What a column has that the answer does not, such as a group, is empty.
      const columns = Object.entries(csv[n] ?? {}).filter(([column]) => column !== "name");
      const expected = columns.map(([column]) => [column, guarded(rest[column] ?? "")]);
      expect(columns, `row ${n}`).toEqual(expected);
      for (const column of Object.keys(rest)) expect(csv[n], column).toHaveProperty(column);
      expect(csv[n]?.name ?? "").toBe(guarded(name));
    }
  });

  test("a name that is a formula is a text in the file, and itself in the answer", async () => {
    const people = await file("courses/fs/learners");
    const named = Object.fromEntries(people.map((one) => [one.learner, one.name]));
    expect(named.l0001).toBe(`'=cmd("calc")`);
    expect(named.l0002).toBe("'-1+1");
    expect(named.l0003).toBe("Lovelace, Ada");
    const { items } = await read("courses/fs/learners?limit=1000&order=desc");
    expect(items?.find((one) => one.learner === "l0001")).toMatchObject({ name: '=cmd("calc")' });
  });
});
