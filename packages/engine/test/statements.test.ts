import type pg from "pg";
import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import * as engine from "../src/index.ts";
import { at } from "./support/at.ts";
import { newCourse } from "./support/newCourse.ts";
import { outlineLessons } from "./support/outlineLessons.ts";

type Acts = Record<string, (db: engine.Queryable) => Promise<unknown>>;

/** What the engine exports that is no act on a database of its own. */
const noActs = [
  "bucketOf",
  "lagBin",
  "MigrationError",
  "MilepostError",
  "RecorderFullError",
  "OutlineCache",
  "ledgerEntryTypes",
  "manualChangeTypes",
  "refusals",
].concat(
  // These concern the schema, not what is in it.
  "migrate",
  "readMigratedAt",
  // Sends what recordView, completeLesson and recordFacts send.
  "FactRecorder",
  // A COPY between two statements, in a transaction of the caller's.
  "mergeEvents",
  // As many statements as it takes, on purpose: each of them short.
  "foldAllReports",
  "recountAllAttempts",
  "sealAllCompletions",
  "readEvidence",
);
/** Those that the application role may not do. */
const privileged = [
  "createApiKey",
  "createTenant",
  "doctor",
  "holdSeals",
  "importSeal",
  "listApiKeys",
  "listTenants",
  "releaseSeals",
  "revokeApiKey",
  "verifySeals",
];

/** Every act of the engine, each in a case that finds and changes something. */
function actsOn({ course, learner, lesson }: { course: string; learner: string; lesson: string }) {
  const one = { course, learner };
  const outline = { course, title: "Other", lessons: outlineLessons(["x", "y?"]) };
  const group = "crew";
  const key = { key: `key-${course}`, requestHash: Buffer.alloc(32) };
  return {
    createTenant: (db) => engine.createTenant(db, { tenant: `tenant-${course}` }),
    createApiKey: (db) => engine.createApiKey(db, { name: "a", role: "service" }),
    listApiKeys: (db) => engine.listApiKeys(db),
    findApiKey: (db) => engine.findApiKey(db, { key: "mp_unknown" }),
    revokeApiKey: (db) => engine.revokeApiKey(db, { id: "1" }),
    claimIdempotencyKey: (db) => engine.claimIdempotencyKey(db, key),
    keepIdempotentAnswer: (db) => engine.keepIdempotentAnswer(db, { ...key, status: 1, body: "" }),
    isMigrated: (db) => engine.isMigrated(db),
    putLearner: (db) => engine.putLearner(db, { learner, name: "Ada" }),
    recordView: (db) => engine.recordView(db, { learner, lesson }),
    completeLesson: (db) => engine.completeLesson(db, { learner, lesson }),
    recordFacts: (db) =>
      engine.recordFacts(db, { facts: [{ type: "lesson.viewed", learner, lesson }] }),
    recordEvents: (db) =>
      engine.recordEvents(db, {
        events: Array.from({ length: 50 }, (_, n) => ({
          type: "lesson.viewed",
          learner: `${learner}-${n}`,
          lesson,
        })),
      }),
    stageEvents: (db) => engine.stageEvents(db),
    enroll: (db) => engine.enroll(db, { ...one, due: { at: at(9) } }),
    enrollMany: (db) => engine.enrollMany(db, { course, learners: ["l1", "l2", "l3"] }),
    importEnrollments: (db) =>
      engine.importEnrollments(db, { enrollments: [one, { course, learner: "moved" }] }),
    readCourseProgress: (db) => engine.readCourseProgress(db, one),
    explainProgress: (db) => engine.explainProgress(db, one),
    readTimeline: (db) => engine.readTimeline(db, one),
    listLearnerCourses: (db) => engine.listLearnerCourses(db, { learner }),
    previewOutline: (db) => engine.previewOutline(db, outline),
    putOutline: (db) => engine.putOutline(db, outline),
    readOutline: (db) => engine.readOutline(db, { course }),
    listOutlineChanges: (db) => engine.listOutlineChanges(db, { course }),
    listCourses: (db) => engine.listCourses(db),
    withdraw: (db) => engine.withdraw(db, one),
    exempt: (db) => engine.exempt(db, { ...one, reason: "r" }),
    ...actsOnAttempts({ ...one, attempt: 1 }),
    ...actsOnGroups(group, learner),
    ...reportsOn(course, lesson, group),
    countErasedLearners: (db) => engine.countErasedLearners(db),
    exportLearners: (db) => engine.exportLearners(db),
    exportEnrollments: (db) => engine.exportEnrollments(db, { course, outlineVersion: 1 }),
    exportEvents: (db) => engine.exportEvents(db, { course, outlineVersion: null }),
    doctor: (db) => engine.doctor(db, { repair: true }),
    eraseLearner: (db) => engine.eraseLearner(db, { learner }),
  } satisfies Acts;
}

function actsOnGroups(group: string, learner: string) {
  return {
    putGroup: (db) => engine.putGroup(db, { group, name: "The crew" }),
    putGroupMember: (db) => engine.putGroupMember(db, { group, learner, joinedAt: at(1) }),
    putGroupMembers: (db) => engine.putGroupMembers(db, { group, learners: ["l1", "l2", "l3"] }),
    readGroup: (db) => engine.readGroup(db, { group }),
    listGroups: (db) => engine.listGroups(db),
    listGroupMembers: (db) => engine.listGroupMembers(db, { group }),
    removeGroupMember: (db) => engine.removeGroupMember(db, { group, learner }),
    exportGroupMembers: (db) => engine.exportGroupMembers(db),
    importGroupMembers: (db) =>
      engine.importGroupMembers(db, {
        memberships: ["l1", "l2"].map((of) => ({
          group,
          learner: of,
          joinedAt: at(0),
          leftAt: null,
        })),
      }),
  } satisfies Acts;
}

/** On an attempt that is exempt, and its learner; a retake in the end. */
function actsOnAttempts(one: engine.AttemptId) {
  const acts = { attempts: [one, one, { ...one, learner: "nobody" }], reason: "r" };
  return {
    readLearner: (db) => engine.readLearner(db, one),
    listLearners: (db) => engine.listLearners(db, { search: "a" }),
    reinstate: (db) => engine.reinstate(db, { ...one, reason: "r" }),
    exemptMany: (db) => engine.exemptMany(db, acts),
    reinstateMany: (db) => engine.reinstateMany(db, acts),
    changeDeadlines: (db) => engine.changeDeadlines(db, { ...acts, extendDays: 3 }),
    retake: (db) => engine.retake(db, { ...one, force: true }),
  } satisfies Acts;
}

/** The feed, and the reports, by a group, a window and of an instant where they take one: each in its longest form. */
function reportsOn(course: string, lesson: string, group: string) {
  const of = { course, group };
  const window = { enrolledFrom: at(0), enrolledBefore: at(9) };
  return {
    readTenant: (db) => engine.readTenant(db),
    reportCourses: (db) => engine.reportCourses(db, { group, ...window, asOf: at(9) }),
    reportCourse: (db) =>
      engine.reportCourse(db, { ...of, ...window, asOf: at(9), maturedDays: 1 }),
    reportLessons: (db) => engine.reportLessons(db, { ...of, ...window }),
    reportTimeToComplete: (db) =>
      engine.reportTimeToComplete(db, { ...of, ...window, from: "enrolled" }),
    reportCohorts: (db) => engine.reportCohorts(db, { ...of, by: "month" }),
    reportActivity: (db) => engine.reportActivity(db, { ...of, ...window }),
    reportCourseLearners: (db) =>
      engine.reportCourseLearners(db, {
        ...of,
        ...window,
        lesson,
        segment: "movedOn",
        sort: "due",
      }),
    reportAttempts: (db) => engine.reportAttempts(db, { ...window, state: "stalled" }),
    reportOverdue: (db) => engine.reportOverdue(db, { ...of, ...window, asOf: at(9) }),
    reportDueNext: (db) => engine.reportDueNext(db, { ...of, ...window }),
    reportOverview: (db) => engine.reportOverview(db, { group, ...window }),
    reportDeadlines: (db) => engine.reportDeadlines(db, { ...of, ...window }),
    reportActivityByCourse: (db) =>
      engine.reportActivityByCourse(db, { group, ...window, by: "month" }),
    reportChanges: (db) => engine.reportChanges(db, of),
    readFeed: (db) => engine.readFeed(db),
    takeRequests: (db) =>
      engine.takeRequests(db, { holder: "key 1", window: at(0), limit: 9, count: 1 }),
    forgetRequests: (db) => engine.forgetRequests(db, { before: at(0) }),
    ...webhookActs(),
    ...administrationActs(),
    foldReports: (db) => engine.foldReports(db),
    listTenantsToRecount: (db) => engine.listTenantsToRecount(db),
    recountAttempts: (db) => engine.recountAttempts(db),
  } satisfies Acts;
}

/** A webhook at which the first entry of the feed did not arrive. Its number is 1. */
async function failFirstDelivery(db: engine.Queryable) {
  const { id: webhook } = await engine.createWebhook(db, { url: "https://receiver.example/" });
  await newCourse(db, ["a"]);
  const { items } = await engine.readFeed(db);
  await engine.leaseWebhook(db, { webhook, lease: "before", seconds: 60 });
  const failed = items.map((entry) => ({ entry, status: 500, error: "It failed." }));
  const round = { webhook, lease: "before", arrived: [], failed, gone: false };
  await engine.settleWebhook(db, { ...round, after: items[0]?.cursor ?? "" });
}

/** On that webhook. */
function webhookActs() {
  const url = "https://receiver.example/";
  const webhook = "1";
  const lease = "one";
  const round = { webhook, lease, after: "WyIwIl0", arrived: [], failed: [], gone: false };
  return {
    createWebhook: (db) => engine.createWebhook(db, { url }),
    listWebhooks: (db) => engine.listWebhooks(db),
    readWebhook: (db) => engine.readWebhook(db, { webhook }),
    putWebhook: (db) => engine.putWebhook(db, { webhook, url }),
    rotateWebhookSecret: (db) => engine.rotateWebhookSecret(db, { webhook }),
    listDueWebhooks: (db) => engine.listDueWebhooks(db),
    leaseWebhook: (db) => engine.leaseWebhook(db, { webhook, lease, seconds: 60 }),
    listDueDeliveries: (db) => engine.listDueDeliveries(db, { webhook, limit: 10 }),
    listWebhookFailures: (db) => engine.listWebhookFailures(db, { webhook }),
    redeliverWebhook: (db) => engine.redeliverWebhook(db, { webhook, delivery: "1" }),
    settleWebhook: (db) => engine.settleWebhook(db, round),
    deleteWebhook: (db) => engine.deleteWebhook(db, { webhook }),
  } satisfies Acts;
}

/** Views are saved in turn: the first is 1. */
function administrationActs() {
  const view = {
    owner: "open",
    name: "Mine",
    page: "courses",
    query: "",
    visibility: "me",
  } as const;
  const recorded = { outcome: "recorded", code: null, n: 3, clamped: 0 } as const;
  const when = { lastAt: at(1), lastOccurredAt: at(0), lags: [0, 3] };
  const count = { source: "lms", ...recorded, ...when };
  return {
    createSavedView: (db) => engine.createSavedView(db, { ...view, isDefault: true }),
    listSavedViews: (db) => engine.listSavedViews(db, { owner: "open" }),
    putSavedView: (db) => engine.putSavedView(db, { ...view, view: "1" }),
    reportDataHealth: (db) => engine.reportDataHealth(db),
    noteIntake: (db) => engine.noteIntake(db, { counts: [count, { ...count, source: "site" }] }),
    forgetIntake: (db) => engine.forgetIntake(db, { before: at(0) }),
    sealCompletions: (db) => engine.sealCompletions(db),
    listSeals: (db) => engine.listSeals(db),
    verifySeals: (db) => engine.verifySeals(db),
    exportSeal: (db) => engine.exportSeal(db, { seal: 1 }),
    listTenants: (db) => engine.listTenants(db),
    holdSeals: (db) => engine.holdSeals(db),
    importSeal: (db) =>
      engine.importSeal(db, { seal: 9, sealedAt: "2026-03-01T09:00:00Z", hash: "00", leaves: [] }),
    releaseSeals: (db) => engine.releaseSeals(db),
    deleteSavedView: (db) => engine.deleteSavedView(db, { view: "1", owner: "open" }),
  } satisfies Acts;
}

describe.each(databaseKinds)("statements of an act on %s", (kind) => {
  const database = useDatabase(kind);

  test("every exported act is counted here", () => {
    const exported = Object.entries(engine).flatMap(([name, value]) =>
      typeof value === "function" || typeof value === "object" ? [name] : [],
    );
    const counted = Object.keys(actsOn({ course: "", learner: "", lesson: "" }));
    expect([...counted, ...noActs].toSorted()).toEqual(exported.toSorted());
  });

  test("every act sends one statement, prepared under a name, whatever it has to do", async () => {
    await failFirstDelivery(database.app);
    const { course, learner, lesson } = await newCourse(database.app, ["a", "b"]);
    const acts: Acts = actsOn({ course, learner, lesson: lesson("a") });
    await engine.createApiKey(database.superuser, { name: "first", role: "service" });
    for (const [name, act] of Object.entries(acts)) {
      const pool = privileged.includes(name) ? database.superuser : database.app;
      const sent: pg.QueryConfig[] = [];
      const counting = {
        query: (config: pg.QueryConfig) => {
          sent.push(config);
          return pool.query(config);
        },
      } as unknown as engine.Queryable;
      await act(counting);
      expect(sent, name).toHaveLength(1);
      expect(sent[0]?.name, name).toMatch(/^milepost[._]/);
      expect(sent[0]?.text.split(";"), name).toHaveLength(1);
    }
  });

  test("a refused act sends one statement too", async () => {
    let sent = 0;
    const counting = {
      query: (config: pg.QueryConfig) => {
        sent++;
        return database.app.query(config);
      },
    } as unknown as engine.Queryable;
    const fact = { learner: "nobody", lesson: "none" };
    await expect(engine.completeLesson(counting, fact)).rejects.toThrow(engine.MilepostError);
    const unknown = { learner: "nobody", course: "none" };
    await expect(engine.retake(counting, unknown)).rejects.toThrow(engine.MilepostError);
    expect(sent).toBe(2);
  });
});
