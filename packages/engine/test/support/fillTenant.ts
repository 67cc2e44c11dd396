import { createHash } from "node:crypto";
import type { TestDatabase } from "../../../../tests/support/useDatabase.ts";
import { sealCompletions } from "../../src/audit/sealCompletions.ts";
import { claimIdempotencyKey } from "../../src/claimIdempotencyKey.ts";
import { createApiKey } from "../../src/createApiKey.ts";
import { createTenant } from "../../src/createTenant.ts";
import { doctor } from "../../src/doctor.ts";
import { enroll } from "../../src/enroll.ts";
import { exempt } from "../../src/exempt.ts";
import { noteIntake } from "../../src/health/noteIntake.ts";
import { keepIdempotentAnswer } from "../../src/keepIdempotentAnswer.ts";
import { putGroup } from "../../src/putGroup.ts";
import { putGroupMembers } from "../../src/putGroupMembers.ts";
import { putLearner } from "../../src/putLearner.ts";
import { putOutline } from "../../src/putOutline.ts";
import { readFeed } from "../../src/readFeed.ts";
import { recordEvents } from "../../src/recordEvents.ts";
import { reinstate } from "../../src/reinstate.ts";
import { removeGroupMember } from "../../src/removeGroupMember.ts";
import { foldReports } from "../../src/reports/foldReports.ts";
import { retake } from "../../src/retake.ts";
import { takeRequests } from "../../src/takeRequests.ts";
import type { EventInput } from "../../src/types.ts";
import { createSavedView } from "../../src/views/createSavedView.ts";
import { createWebhook } from "../../src/webhooks/createWebhook.ts";
import { leaseWebhook } from "../../src/webhooks/leaseWebhook.ts";
import { settleWebhook } from "../../src/webhooks/settleWebhook.ts";
import { withdraw } from "../../src/withdraw.ts";
import { onDay } from "./onDay.ts";

/**
 * Puts into a tenant a row of every table and an attempt in every state. Every id and every
 * text of a person begins with `mark`, so that whose row it is can be seen in any dump.
 *
 * Courses `fs` (fs-1, fs-2, optional fs-x), `gs` (edited twice) and `none` (nothing required).
 * Learners: `ada` complete, `bob` halfway, `cy` only looked, `dee` withdrawn, `eve` exempt, `fay`
 * complete and again, `gus` began again while open, `hal` completed by an edit, `ivy` a third.
 * Group `crew`: ada and bob, and dee until she left.
 */
export async function fillTenant(
  database: TestDatabase,
  { tenant, mark }: { tenant: string; mark: string },
): Promise<void> {
  if (tenant !== "default") await createTenant(database.superuser, { tenant });
  await fillFirstCourse(database, tenant, mark);
  await fillEditedCourse(database, tenant, mark);
  const scope = { tenant, now: onDay(9) };
  const course = { course: `${mark}none`, title: `${mark} nothing required`, lessons: [] };
  await putOutline(database.app, course, scope);
  await enroll(database.app, { course: course.course, learner: `${mark}ada` }, scope);
  // Some counts of the reports are folded, some are not.
  await foldReports(database.app, { limit: 40 }, { tenant });
  // Some of the ledger is numbered in the feed, some is not.
  await readFeed(database.app, {}, { tenant });
  // Some completions are sealed, some are not.
  await sealCompletions(database.app, scope);
  const minute = { holder: `${mark}key`, window: onDay(9), limit: 9, count: 1 };
  await takeRequests(database.app, minute, { tenant });
  await fillGroup(database, tenant, mark);
  await fillWebhook(database, tenant, mark);
  await fillDashboard(database, tenant, mark);
  await createApiKey(database.superuser, { name: `${mark}key`, role: "service" }, scope);
  const requestHash = createHash("sha256").update(mark).digest();
  await claimIdempotencyKey(database.app, { key: `${mark}post`, requestHash }, scope);
  const body = JSON.stringify({ learner: `${mark}ada` });
  await keepIdempotentAnswer(database.app, { key: `${mark}post`, status: 200, body }, scope);
}

async function fillFirstCourse({ app }: TestDatabase, tenant: string, mark: string) {
  const on = (day: number) => ({ tenant, now: onDay(day), actor: "service" });
  const course = `${mark}fs`;
  const required = lessonsOf(mark, ["fs-1", "fs-2"]);
  const optional = lessonsOf(mark, ["fs-x"]).map((lesson) => ({
    ...lesson,
    required: false,
    section: `${mark} extras`,
  }));
  await putOutline(
    app,
    { course, title: `${mark} fire safety`, lessons: [...required, ...optional] },
    on(0),
  );
  const who = (name: string) => ({ course, learner: `${mark}${name}` });
  await putLearner(
    app,
    {
      learner: `${mark}ada`,
      name: `${mark} Ada`,
      email: `${mark}ada@example.org`,
      locale: `${mark}-DE`,
      timeZone: "Europe/Berlin",
    },
    on(0),
  );
  await enroll(app, { ...who("ada"), due: { afterDays: 30 } }, on(1));
  await enroll(app, { ...who("bob"), due: { at: onDay(20) } }, on(1));
  await enroll(
    app,
    { ...who("bob"), due: { onDate: "2026-04-01", timeZone: "Asia/Tokyo" } },
    on(2),
  );
  await recordEvents(
    app,
    {
      events: [
        ...done(mark, "ada", ["fs-1", "fs-2", "fs-x"], 3),
        ...done(mark, "bob", ["fs-1"], 4),
        { type: "lesson.viewed", learner: `${mark}cy`, lesson: `${mark}fs-2`, at: onDay(4) },
        ...done(mark, "dee", ["fs-2"], 4),
        ...done(mark, "eve", ["fs-x"], 4),
        ...done(mark, "fay", ["fs-1", "fs-2"], 4),
        ...done(mark, "gus", ["fs-1"], 4),
        ...done(mark, "ada", ["fs-1"], 5),
      ],
    },
    on(6),
  );
  await withdraw(app, { ...who("dee"), reason: `${mark} moved away` }, on(7));
  await exempt(app, { ...who("eve"), reason: `${mark} did it elsewhere` }, on(7));
  await exempt(app, { ...who("bob"), reason: `${mark} by mistake` }, on(7));
  await reinstate(app, { ...who("bob"), reason: `${mark} taken back` }, on(8));
  await retake(app, who("fay"), on(7));
  await retake(app, { ...who("gus"), force: true, due: { afterDays: 5 } }, on(7));
  await recordEvents(app, { events: done(mark, "fay", ["fs-2"], 8) }, on(8));
}

async function fillGroup({ app }: TestDatabase, tenant: string, mark: string) {
  const on = (day: number) => ({ tenant, now: onDay(day) });
  const group = `${mark}crew`;
  await putGroup(app, { group, name: `${mark} the crew`, kind: `${mark}team` }, on(0));
  const learners = ["ada", "bob", "dee"].map((name) => `${mark}${name}`);
  await putGroupMembers(app, { group, learners }, on(1));
  await removeGroupMember(app, { group, learner: `${mark}dee` }, on(7));
}

/** A webhook that was sent the first entry of the feed in vain, and is leased again. */
async function fillWebhook({ app }: TestDatabase, tenant: string, mark: string) {
  const scope = { tenant, now: onDay(9) };
  const input = { url: `https://receiver.example/${mark}hook`, description: `${mark} hook` };
  const { id: webhook } = await createWebhook(app, input, scope);
  const lease = { webhook, seconds: 60 };
  await leaseWebhook(app, { ...lease, lease: `${mark}first` }, scope);
  const { items } = await readFeed(app, { limit: 1 }, { tenant });
  const failed = items.map((entry) => ({ entry, status: 503, error: `${mark} is down.` }));
  const outcome = { after: items[0]?.cursor ?? "", arrived: [], failed, gone: false };
  await settleWebhook(app, { webhook, lease: `${mark}first`, ...outcome }, scope);
  await leaseWebhook(app, { ...lease, lease: `${mark}lease` }, scope);
}

/** A saved view, a count of what came in, and a run of the doctor. */
async function fillDashboard({ app, superuser }: TestDatabase, tenant: string, mark: string) {
  const scope = { tenant, now: onDay(9) };
  const view = { page: "courses", query: `v=1&group=${mark}crew`, isDefault: true };
  const shown = { name: `${mark} view`, visibility: "everyone" } as const;
  await createSavedView(app, { ...view, ...shown, owner: `${mark}admin` }, scope);
  const when = { lastAt: onDay(9), lastOccurredAt: onDay(8), lags: [1, 0, 1] };
  const recorded = { source: `${mark}key`, outcome: "recorded", code: null, n: 2 } as const;
  await noteIntake(app, { counts: [{ ...recorded, clamped: 0, ...when }] }, { tenant });
  await doctor(superuser, {}, scope);
}

async function fillEditedCourse({ app }: TestDatabase, tenant: string, mark: string) {
  const on = (day: number) => ({ tenant, now: onDay(day) });
  const put = (names: readonly string[], day: number) =>
    putOutline(
      app,
      { course: `${mark}gs`, title: `${mark} gas`, lessons: lessonsOf(mark, names) },
      on(day),
    );
  await put(["gs-1", "gs-2", "gs-3", "gs-4"], 0);
  await recordEvents(
    app,
    {
      events: [
        ...done(mark, "hal", ["gs-1", "gs-2", "gs-3"], 1),
        ...done(mark, "ivy", ["gs-1"], 1),
        ...done(mark, "gus", ["gs-1", "gs-2"], 1),
      ],
    },
    on(1),
  );
  await put(["gs-1", "gs-2", "gs-3"], 2);
  // Frozen at version 2, before the next edit changes what is required.
  const gus = { course: `${mark}gs`, learner: `${mark}gus`, force: true };
  await retake(app, gus, on(3));
  await put(["gs-1", "gs-2", "gs-3", "gs-5"], 4);
  await recordEvents(
    app,
    { events: done(mark, "jon", ["gs-1", "gs-2", "gs-3", "gs-5"], 5) },
    on(5),
  );
}

function lessonsOf(mark: string, names: readonly string[]) {
  return names.map((name) => ({ id: `${mark}${name}`, title: `${mark} lesson ${name}` }));
}

function done(mark: string, learner: string, names: readonly string[], day: number): EventInput[] {
  return names.map((name) => ({
    type: "lesson.completed",
    learner: `${mark}${learner}`,
    lesson: `${mark}${name}`,
    at: onDay(day),
    eventId: `${mark}${learner}:${name}:${day}`,
  }));
}
