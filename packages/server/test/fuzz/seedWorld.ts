import { createApiKey, createTenant } from "@milepost/engine";
import { createApp, Intake, Webhooks } from "@milepost/server";
import type pg from "pg";
import { documentedOperations } from "../support/contract.ts";
import type { FuzzCaller } from "./FuzzRequest.ts";
import { hostileCursors } from "./hostileCursors.ts";
import type { FuzzServer } from "./startFuzzServer.ts";
import { strangers } from "./strangers.ts";
import type { World } from "./World.ts";

/** Whose data is asked about; who asks for it without right; who never takes part. */
const tenants = ["default", "elsewhere", "bystander"] as const;

const learners = ["ada", "ben", "cy", "dee", "a/b ü", "=1+1", "🙂"];
const courses = ["fs", "gdpr", "k/1"];
const lessons = courses.flatMap((course) => [`${course}-1`, `${course}-2`, `${course}-x`]);
const groups = ["crew", "berlin"];
const first: Readonly<Record<string, string>> = {
  ...{ learner: "ada", course: "fs", lesson: "fs-1", group: "crew" },
  ...{ webhook: "1", view: "1", delivery: "1" },
};

type Send = (method: string, path: string, body?: unknown) => Promise<Record<string, unknown>>;

export interface Seeded {
  /** What the callers need not be told by the server. */
  readonly names: World["names"];
  /** API keys by tenant and role, such as `default service`. */
  readonly keys: Readonly<Record<string, string>>;
}

/**
 * Three tenants with the same ids and texts of their own. Nothing that a server does by itself
 * touches the last of them afterwards, so it can be compared byte by byte.
 */
export async function seedWorld(superuser: pg.Pool): Promise<Seeded> {
  // Noted before anything is compared, not some seconds later.
  const intake = new Intake(superuser);
  const keys: Record<string, string> = {};
  let names: World["names"] = {};
  for (const tenant of tenants) {
    // Its days begin on the other side of the date line.
    const timeZone = "Pacific/Apia";
    if (tenant !== "default") await createTenant(superuser, { tenant, timeZone });
    for (const role of ["service", "administrator"] as const) {
      const { key } = await createApiKey(superuser, { name: `${role} key`, role }, { tenant });
      keys[`${tenant} ${role}`] = key;
    }
    const send = sender(superuser, intake, keys[`${tenant} administrator`] ?? "");
    const record = sender(superuser, intake, keys[`${tenant} service`] ?? "");
    await seedTenant(tenant, { send, record });
    if (tenant === "default") names = await namesOf(send);
  }
  await intake.close();
  return { names, keys };
}

/** Those who send requests, each of another role or tenant. */
export async function callersOf(
  { keys }: Seeded,
  token: FuzzServer["token"],
): Promise<readonly FuzzCaller[]> {
  const caller = (name: string, tenant: string | null, credential: string | undefined) => ({
    name,
    tenant,
    authorization: credential === undefined ? null : `Bearer ${credential}`,
  });
  const administrators = ["eve", "🙂".repeat(255), "=1+1\t\r\n", "\u202e"];
  const tokens = await Promise.all(
    administrators.map((sub) => token({ sub, role: "administrator" })),
  );
  return [
    caller("service", "default", keys["default service"]),
    caller("administrator", "default", keys["default administrator"]),
    ...tokens.map((credential, at) =>
      caller(`administrator by token ${at}`, "default", credential),
    ),
    caller("learner", "default", await token({ sub: "ada" })),
    caller("learner of odd id", "default", await token({ sub: "a/b ü" })),
    caller("service of another tenant", "elsewhere", keys["elsewhere service"]),
    caller("administrator of another tenant", "elsewhere", keys["elsewhere administrator"]),
    caller(
      "learner of another tenant",
      "elsewhere",
      await token({ sub: "ada", tenant: "elsewhere" }),
    ),
    caller("learner of no tenant", null, await token({ sub: "ada", tenant: "nowhere" })),
    caller("nobody", null, undefined),
    caller("stranger", null, "mp_unknown"),
    ...(await strangers(token)),
  ];
}

/** The app alone: no housekeeping that would come back to what is seeded. */
function sender(pool: pg.Pool, intake: Intake, key: string): Send {
  const webhooks = new Webhooks({ key: Buffer.alloc(32, 7), allow: ["127.0.0.1"] });
  const app = createApp({ pool, auth: { mode: "keys" }, webhooks, intake });
  return async (method, path, body) => {
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await app.fetch(
      new Request(`http://localhost${path}`, { method, headers, ...sent }),
    );
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    const answer: unknown = await response.json();
    return answer as Record<string, unknown>;
  };
}

async function seedTenant(
  tenant: string,
  { send, record }: { send: Send; record: Send },
): Promise<void> {
  const mark = `Secret of ${tenant}`;
  const at = encodeURIComponent;
  for (const course of courses) {
    const lessons = [
      { id: `${course}-1`, title: `=${mark}`, section: "Basics" },
      { id: `${course}-2`, title: mark, section: "@SUM(1)" },
      { id: `${course}-x`, title: "Further reading", required: false },
    ];
    await send("PUT", `/v1/courses/${at(course)}`, { title: `+${mark}`, lessons });
  }
  for (const group of groups)
    await send("PUT", `/v1/groups/${group}`, { name: mark, kind: "team" });
  for (const [index, learner] of learners.entries()) {
    await send("PUT", `/v1/learners/${at(learner)}`, { name: `-${mark} ${learner}` });
    await send("PUT", `/v1/groups/crew/members/${at(learner)}`, {});
    for (const course of courses.slice(0, 1 + (index % 3))) {
      const due = index % 2 === 0 ? { afterDays: 30 } : { at: "2026-06-01T00:00:00Z" };
      const enrolledAt = `2026-0${1 + (index % 6)}-02T08:00:00Z`;
      await send("PUT", `/v1/courses/${at(course)}/enrollments/${at(learner)}`, {
        due,
        enrolledAt,
      });
      for (const lesson of [`${course}-1`, `${course}-2`].slice(0, index % 3)) {
        await record("PUT", `/v1/learners/${at(learner)}/lessons/${at(lesson)}/completion`, {});
      }
    }
  }
  const view = { name: mark, page: "courses", query: "v=1", visibility: "everyone" };
  for (let n = 0; n < 4; n++) await send("POST", "/v1/views", view);
  // What it is sent is kept trying, which would go on changing the bystander.
  if (tenant === "bystander") return;
  const webhook = { url: "http://127.0.0.1:9/hook", description: mark };
  for (let n = 0; n < 4; n++) await send("POST", "/v1/webhooks", webhook);
}

async function namesOf(send: Send): Promise<World["names"]> {
  const cursors = await cursorsOf(send);
  const own = Object.entries(cursors).map(([operationId, all]) => {
    const altered = hostileCursors(all);
    // Half of them good, or a list would hardly ever be read from one.
    const good = altered.map((_, at) => all[at % all.length] ?? "");
    return [`${operationId}.after`, [...good, ...altered]] as const;
  });
  const ids = () => ["1", "2", "3", "4"];
  const url = ["http://127.0.0.1:9/hook", "http://127.0.0.1:9/?a=%3Db", "https://127.0.0.1:9/"];
  const events = ["e1", "e2", "e3"];
  return {
    learner: learners,
    learners,
    // One more often, for its lessons to fit it.
    course: ["fs", "fs", "fs", ...courses],
    lesson: lessons,
    "LessonInput.id": ["fs-1", "fs-2", "fs-x", ...Array.from({ length: 20 }, (_, n) => `new-${n}`)],
    "Event.id": events,
    "FactInput.id": events,
    replacedBy: lessons,
    group: groups,
    webhook: ids(),
    view: ids(),
    delivery: ids(),
    ...Object.fromEntries(own),
    after: [...Object.values(cursors).flat(), "latest"],
    types: ["course.completed", "enrollment.created,lesson.completed", "deadline.moved", "x"],
    timeZone: ["Europe/Berlin", "UTC", "America/St_Johns", "Pacific/Apia", "Asia/Nowhere"],
    url: [...url, "http://169.254.169.254/", "file:///etc/passwd", "http://[::1]/", "https://a b"],
    query: ["", "v=1&group=crew", "a=%00", "=cmd|'"],
    search: ["a", "secret", "%", "_", "ada"],
    reason: ["Moved away.", "=1+1"],
  };
}

/** Of each list what its first page of one answers as `next`. */
async function cursorsOf(send: Send): Promise<Record<string, string[]>> {
  const lists = documentedOperations.filter(
    ({ method, parameters, operationId }) =>
      method === "get" &&
      operationId !== "streamEvents" &&
      parameters.some(({ name }) => name === "after"),
  );
  const cursors: Record<string, string[]> = {};
  for (const { operationId, path, parameters } of lists) {
    const way = path.replaceAll(/\{(\w+)\}/g, (_, name) => first[name] ?? "");
    const isSorted = parameters.some(({ name }) => name === "sort");
    const orders = isSorted ? ["name", "progress", "due", "lastActivity"] : [null];
    for (const sort of orders) {
      const { next } = await send("GET", `${way}?limit=1${sort === null ? "" : `&sort=${sort}`}`);
      if (typeof next === "string") cursors[operationId] = [...(cursors[operationId] ?? []), next];
    }
  }
  return cursors;
}
