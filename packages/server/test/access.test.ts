import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { type DocumentedOperation, documentedOperations } from "./support/contract.ts";
import { useApi } from "./support/useApi.ts";

/** Who may call what, said once more: the document is made from the routes and would agree with any. */
const rolesOf: Readonly<Record<string, string>> = {
  putOutline: "administrator service",
  previewOutline: "administrator service",
  readOutline: "administrator service",
  listCourses: "administrator service",
  listOutlineChanges: "administrator service",
  putLearner: "administrator service",
  listLearners: "administrator service",
  readLearner: "administrator service",
  eraseLearner: "administrator service",
  putGroup: "administrator service",
  readCaller: "administrator learner service",
  listGroups: "administrator service",
  readGroup: "administrator service",
  listGroupMembers: "administrator service",
  putGroupMember: "administrator service",
  putGroupMembers: "administrator service",
  removeGroupMember: "administrator service",
  enroll: "administrator service",
  enrollMany: "administrator service",
  withdraw: "administrator service",
  exempt: "administrator service",
  reinstate: "administrator service",
  retake: "administrator service",
  changeDeadlines: "administrator service",
  exemptMany: "administrator service",
  reinstateMany: "administrator service",
  recordView: "learner service",
  completeLesson: "learner service",
  recordEvents: "learner service",
  readCourseProgress: "administrator learner service",
  explainProgress: "administrator learner service",
  readTimeline: "administrator learner service",
  listLearnerCourses: "administrator learner service",
  listEvents: "administrator learner service",
  streamEvents: "administrator learner service",
  reportCourses: "administrator service",
  reportCourse: "administrator service",
  reportLessons: "administrator service",
  reportTimeToComplete: "administrator service",
  reportCohorts: "administrator service",
  reportActivity: "administrator service",
  reportCourseLearners: "administrator service",
  reportAttempts: "administrator service",
  reportOverdue: "administrator service",
  reportDueNext: "administrator service",
  reportOverview: "administrator service",
  reportDeadlines: "administrator service",
  reportActivityByCourse: "administrator service",
  reportDataHealth: "administrator service",
  listSavedViews: "administrator service",
  createSavedView: "administrator service",
  putSavedView: "administrator service",
  deleteSavedView: "administrator service",
  reportChanges: "administrator service",
  createWebhook: "administrator",
  listWebhooks: "administrator",
  readWebhook: "administrator",
  putWebhook: "administrator",
  deleteWebhook: "administrator",
  rotateWebhookSecret: "administrator",
  testWebhook: "administrator",
  listWebhookFailures: "administrator",
  redeliverWebhook: "administrator",
};

const secured = documentedOperations.filter(({ security }) => security.length > 0);
const open = documentedOperations.filter(({ security }) => security.length === 0);
const named = (operations: readonly DocumentedOperation[]) =>
  operations.map((operation) => [operation.operationId, operation] as const);

/** Texts of ours that no other tenant may see. */
const secrets = /Secret [a-z]/;

/** What the routes answer to another tenant that need nothing to be there; the others answer 404. */
const foreignAnswers: Readonly<Record<string, number>> = {
  putOutline: 201,
  previewOutline: 200,
  listCourses: 200,
  readCaller: 200,
  putLearner: 201,
  listLearners: 200,
  putGroup: 201,
  listGroups: 200,
  changeDeadlines: 200,
  exemptMany: 200,
  reinstateMany: 200,
  recordEvents: 200,
  listEvents: 200,
  streamEvents: 200,
  reportCourses: 200,
  reportAttempts: 200,
  reportOverdue: 200,
  reportDueNext: 200,
  reportOverview: 200,
  reportDeadlines: 200,
  reportActivityByCourse: 200,
  reportDataHealth: 200,
  listSavedViews: 200,
  createSavedView: 201,
  reportChanges: 200,
  createWebhook: 201,
  listWebhooks: 200,
};

/** They answer for each attempt, and know none of ours. */
const bulkActs = ["changeDeadlines", "exemptMany", "reinstateMany"];

/** Of a stream, which has no end, what it begins with. */
async function finite(response: Response): Promise<Response> {
  if (response.headers.get("content-type") !== "text/event-stream") return response;
  const reader = response.body?.getReader();
  const begin = await reader?.read();
  await reader?.cancel();
  return new Response(begin?.value ?? null, { status: response.status });
}

test("the document names the roles of every route as they are meant", () => {
  const documented = secured.map(({ operationId, security }) => {
    const roles = security.flatMap(({ apiKey = [], token = [] }) => [...apiKey, ...token]);
    return [operationId, [...new Set(roles)].sort().join(" ")];
  });
  expect(Object.fromEntries(documented)).toEqual(rolesOf);
  expect(open.map(({ operationId }) => operationId).sort()).toEqual([
    "readDocs",
    "readHealth",
    "readMetrics",
    "readOpenApi",
    "readReadiness",
  ]);
});

describe.each(databaseKinds)("access on %s", (kind) => {
  const api = useApi(kind, { metrics: true });

  let webhook = "";
  let view = "";
  /** A key of the other tenant that may call the operation as far as its role goes. */
  const foreignKey = ({ operationId }: DocumentedOperation) =>
    rolesOf[operationId]?.includes("service") ? api.foreign.service : api.foreign.administrator;

  /** The request of the document's own example, about learner ada, group crew and course fs. */
  const send = async (operation: DocumentedOperation, token: string | undefined) => {
    const ids: Record<string, string> = {
      learner: "ada",
      group: "crew",
      course: "fs",
      lesson: "fs-1",
      webhook,
      view,
      delivery: "1",
    };
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name) => ids[name] ?? "");
    const example = operation.requestBody?.content["application/json"]?.example;
    const body = example === undefined ? {} : { body: example };
    return finite(await api.send(operation.method.toUpperCase(), path, { token, ...body }));
  };

  beforeAll(async () => {
    const client = api.client(api.service);
    await client.PUT("/v1/courses/{course}", {
      params: { path: { course: "fs" } },
      body: {
        title: "Secret of the default tenant",
        lessons: [
          { id: "fs-1", title: "Secret one" },
          { id: "fs-2", title: "Secret two" },
        ],
      },
    });
    await client.PUT("/v1/groups/{group}", {
      params: { path: { group: "crew" } },
      body: { name: "Secret crew" },
    });
    await client.PUT("/v1/groups/{group}/members/{learner}", {
      params: { path: { group: "crew", learner: "ada" } },
    });
    await client.PUT("/v1/courses/{course}/enrollments/{learner}", {
      params: { path: { course: "fs", learner: "ada" } },
    });
    const created = await api.client(api.administrator).POST("/v1/webhooks", {
      // Nobody listens there.
      body: { url: "http://127.0.0.1:9/secret", description: "Secret hook" },
    });
    webhook = created.data?.id ?? "";
    const saved = await api.client(api.administrator).POST("/v1/views", {
      body: { name: "Secret view", page: "courses", query: "", visibility: "me" },
    });
    view = saved.data.id;
  });

  test.each(named(open))("%s is open to anyone who can connect", async (_, operation) => {
    expect((await send(operation, undefined)).status).toBe(200);
    expect((await send(operation, "mp_wrong")).status).toBe(200);
  });

  test.each(named(secured))("%s asks who is calling", async (_, operation) => {
    const nobody = await send(operation, undefined);
    expect(await nobody.json()).toMatchObject({ status: 401, code: "token_required" });
    expect(nobody.headers.get("www-authenticate")).toBe('Bearer realm="milepost"');
    for (const token of ["mp_unknown", "e30.e30.e30", "nonsense"]) {
      const stranger = await send(operation, token);
      expect(await stranger.json()).toMatchObject({ status: 401, code: "token_invalid" });
      expect(stranger.headers.get("www-authenticate")).toContain('error="invalid_token"');
    }
  });

  const asking = secured.filter(({ operationId }) => foreignAnswers[operationId] === undefined);

  test.each(named(asking))("%s knows nothing of ours in another tenant", async (_, operation) => {
    const response = await send(operation, foreignKey(operation));
    expect(response.status).toBe(404);
    expect(await response.text()).not.toMatch(secrets);
    const token = await api.token({ sub: "ada", tenant: "elsewhere" });
    expect([403, 404]).toContain((await send(operation, token)).status);
  });

  test.each(named(secured))("%s answers those it is for and no others", async (id, operation) => {
    const callers = {
      "service key": [api.service, "service"],
      "administrator key": [api.administrator, "administrator"],
      "administrator token": [
        await api.token({ sub: "eve", role: "administrator" }),
        "administrator",
      ],
      "own learner token": [await api.token({ sub: "ada" }), "learner"],
    } as const;
    for (const [name, [token, role]] of Object.entries(callers)) {
      const response = await send(operation, token);
      const allowed = rolesOf[id]?.split(" ").includes(role);
      expect(response.status, name).not.toBe(401);
      const isForbidden =
        response.status === 403 && (await response.text()).includes('"code":"forbidden"');
      expect(isForbidden, name).toBe(!allowed);
    }
  });

  test.each(named(secured))("%s tells a learner nothing of another", async (id, operation) => {
    const response = await send(operation, await api.token({ sub: "mallory" }));
    if (["listEvents", "streamEvents", "readCaller"].includes(id)) {
      expect(response.status).toBe(200);
      expect(await response.text()).not.toMatch(/ada|Secret/);
      return;
    }
    if (id !== "recordEvents") {
      expect(await response.json()).toMatchObject({ status: 403, code: "forbidden" });
      return;
    }
    const refused = { status: "refused", code: "forbidden" };
    expect(await response.json()).toMatchObject({ results: [refused, refused] });
  });

  // Last: what it creates has our ids from then on.
  test("another tenant may give its own the same ids, and ours are left alone", async () => {
    const making = secured.filter(({ operationId }) => operationId in foreignAnswers).reverse();
    for (const operation of making) {
      const response = await send(operation, foreignKey(operation));
      expect(response.status, operation.operationId).toBe(foreignAnswers[operation.operationId]);
      const text = await response.text();
      expect(text, operation.operationId).not.toMatch(secrets);
      if (operation.operationId === "recordEvents") expect(text).toContain("lesson_not_found");
      if (bulkActs.includes(operation.operationId)) expect(text).toContain("_not_found");
    }
    const ours = await api.send("GET", "/v1/courses/fs/changes", { token: api.service });
    expect(await ours.text()).toContain("Secret of the default tenant");
  });

  test("a token of a tenant that is not there reaches nothing", async () => {
    const nowhere = await api.token({ sub: "ada", tenant: "nowhere" });
    const unknown = await api.send("GET", "/v1/learners/ada/courses/fs", { token: nowhere });
    expect(await unknown.json()).toMatchObject({ status: 404, code: "tenant_not_found" });
  });

  test("who may not call is told so before what they sent is looked at", async () => {
    const token = await api.token({ sub: "ada" });
    const response = await api.send("PUT", "/v1/courses/fs?bad=1", { token, raw: "not json" });
    expect(response.status).toBe(403);
  });
});
