import {
  enroll,
  exempt,
  putLearner,
  putOutline,
  type Queryable,
  recordEvents,
  retake,
  withdraw,
} from "@milepost/engine";

const day = (n: number, time = "09:00") => new Date(Date.UTC(2025, 0, n, Number(time.slice(0, 2))));
const course = 'knots, "and" hitches';

/**
 * One course in which everything happens that an export could get wrong: ids with commas and
 * quotes, an outline edited while attempts are under way, attempts that are frozen, complete under
 * an older version, complete by an edit, withdrawn, exempt; a deadline moved and one removed;
 * lessons viewed last at once.
 */
export async function knottyHistory(db: Queryable): Promise<void> {
  const put = (at: Date, ids: readonly string[], more = {}) => {
    const lessons = ids.map((id) => ({ id, title: `Lesson ${id}`, required: id !== "k-optional" }));
    return putOutline(db, { course, title: "Knots", lessons, ...more }, { now: at });
  };
  const act = (at: Date, learner: string, ...facts: string[]) => record(db, { at, learner, facts });
  const enrolled = (at: Date, learner: string, due?: Parameters<typeof enroll>[1]["due"]) =>
    enroll(db, { course, learner, due, source: "assigned" }, { now: at });

  await put(day(1), ["k-1", "k-2", "k-optional"]);
  await putLearner(
    db,
    { learner: "bo,wline", name: 'Bo "Line"\nWinch', timeZone: "Asia/Tokyo" },
    { now: day(1) },
  );
  await enrolled(day(2), "bo,wline", { afterDays: 10 });
  await enrolled(day(2), "clove", { onDate: "2025-01-20", timeZone: "Europe/Berlin" });
  await enrolled(day(2), "sheet-bend", { at: day(9) });
  await act(day(3), "bo,wline", "k-1 done", "k-2 done", "k-optional");
  await act(day(3), "clove", "k-1 done", "k-optional", "k-2");
  await act(day(3), "sheet-bend", "k-2 done", "k-optional done");
  await act(day(3), "reef", "k-1 done");
  await retake(db, { course, learner: "bo,wline", due: { at: day(40) } }, { now: day(4) });
  await act(day(4), "bo,wline", "k-1 done");

  await put(day(5), ["k-2", "k-1", "k-3", "k-optional"], { title: "Knots, revised" });
  await act(day(6), "bo,wline", "k-2 done", "k-3 done");
  await act(day(6), "clove", "k-3", "k-2");
  await withdraw(
    db,
    { course, learner: "clove", reason: 'Went to sea,\r\n"for good"' },
    { now: day(7) },
  );
  await retake(db, { course, learner: "clove" }, { now: day(8) });
  await act(day(8), "clove", "k-3 done", "k-1");
  await exempt(db, { course, learner: "reef", reason: "Splices already" }, { now: day(8) });
  await enrolled(day(9), "sheet-bend", { at: day(20) });
  await enrolled(day(9), "bo,wline", null);

  // sheet-bend has k-2 and lacks k-1 and k-3, which go: complete by the edit.
  await put(day(10), [], {
    lessons: [
      { id: "k-2", title: "Lesson k-2", dueAt: day(30) },
      { id: "k-optional", title: "Lesson k-optional", required: false },
      { id: "k-4", title: "New", section: "Extra", required: false },
    ],
    replacedBy: { "k-3": "k-4" },
    enrollment: "required",
  });
  await act(day(11), "clove", "k-4 done", "k-optional");
}

async function record(
  db: Queryable,
  { at, learner, facts }: { at: Date; learner: string; facts: readonly string[] },
): Promise<void> {
  const events = facts.map((fact) => {
    const [lesson = "", done] = fact.split(" ");
    const type = done === undefined ? ("lesson.viewed" as const) : ("lesson.completed" as const);
    return { type, learner, lesson, at, receivedAt: at };
  });
  const source = learner === "bo,wline" ? "kiosk" : "api";
  const results = await recordEvents(db, { events }, { now: at, source });
  const refused = results.find(({ status }) => status === "refused");
  if (refused !== undefined) throw new Error(`${facts}: ${JSON.stringify(refused)}`);
}
