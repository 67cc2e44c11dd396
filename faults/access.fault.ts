import { enroll, putGroup, putOutline } from "@milepost/engine";
import { describeRun } from "../bench/support.ts";
import {
  type Caller,
  createCallers,
  createIssuers,
} from "../packages/server/test/support/callers.ts";
import {
  type DocumentedOperation,
  documentedOperations,
} from "../packages/server/test/support/contract.ts";
import { MilepostServer } from "./support/MilepostServer.ts";
import { serverPlace } from "./support/Place.ts";
import { printFault } from "./support/runFault.ts";

/** Titles and names that only our tenant has. */
const secret = /Secret/;

const ids: Readonly<Record<string, string>> = {
  learner: "ada",
  group: "crew",
  course: "fs",
  lesson: "fs-1",
  webhook: "00000000-0000-4000-8000-000000000000",
  view: "00000000-0000-4000-8000-000000000000",
  delivery: "1",
};

/** Sends the document's own example; answers the status and what the answer begins with. */
async function ask(url: string, { token }: Caller, operation: DocumentedOperation) {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name) => ids[name] ?? "");
  const example = operation.requestBody?.content["application/json"]?.example;
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(url + path, {
    method: operation.method.toUpperCase(),
    headers: { ...authorization, "content-type": "application/json" },
    ...(example === undefined ? {} : { body: JSON.stringify(example) }),
  });
  const reader = response.body?.getReader();
  const isEndless = response.headers.get("content-type") === "text/event-stream";
  let text = "";
  for (const decoder = new TextDecoder(); ; ) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    text += decoder.decode(value, { stream: true });
    if (done || isEndless) break;
  }
  await reader?.cancel();
  return { status: response.status, text };
}

/** What is wrong with an answer to a caller; undefined where it is as the document says. */
function fault(
  { role, isOurs }: Caller,
  { security }: DocumentedOperation,
  { status, text }: { status: number; text: string },
): string | undefined {
  if (status >= 500) return "an error of the server";
  if (security.length === 0) return undefined;
  if (role === undefined) return status === 401 ? undefined : "a stranger is answered";
  const roles = security.flatMap(({ apiKey = [], token = [] }) => [...apiKey, ...token]);
  const isForbidden = status === 403 && text.includes('"code":"forbidden"');
  if (!roles.includes(role) && !isForbidden) return "a wrong role is answered";
  if (isOurs !== true) return secret.test(text) ? "another's data is told" : undefined;
  return roles.includes(role) && (isForbidden || status === 401) ? "refused" : undefined;
}

/** What our tenant tells of itself. */
async function told(url: string, administrator: Caller): Promise<string> {
  const paths = ["/v1/events", "/v1/courses/fs", "/v1/learners/ada/courses/fs", "/v1/groups/crew"];
  const headers = { authorization: `Bearer ${administrator.token}` };
  const texts = paths.map(async (path) => (await fetch(url + path, { headers })).text());
  return (await Promise.all(texts)).join("\n");
}

/**
 * Every operation of the document is asked for by everyone who might call: whom it is not for gets
 * nothing, changes nothing, and is told nothing of what others have.
 */
const issuers = await createIssuers();
const place = await serverPlace();
await place.server.kill();
const env = { ...issuers.env, MILEPOST_PERSON_RATE: "0" };
const server = await MilepostServer.create({ DATABASE_URL: place.database.url, ...env });
try {
  const callers = await place.inspect(async (pool) => {
    const lessons = ["fs-1", "fs-2"].map((id) => ({ id, title: `Secret ${id}` }));
    await putOutline(pool, { course: "fs", title: "Secret course", lessons });
    await putGroup(pool, { group: "crew", name: "Secret crew" });
    await enroll(pool, { learner: "ada", course: "fs" });
    return createCallers(pool, issuers);
  });
  const administrator = callers.find(({ name }) => name === "an administrator");
  if (administrator === undefined) throw new Error("There is one.");
  const wrong: string[] = [];
  let tries = 0;
  const everyOperation = async (caller: Caller) => {
    for (const operation of documentedOperations) {
      tries++;
      const answer = await ask(server.url, caller, operation);
      const what = fault(caller, operation, answer);
      if (what !== undefined) {
        wrong.push(`${caller.name}, ${operation.operationId}: ${what}, ${answer.status}`);
      }
    }
  };
  const before = await told(server.url, administrator);
  for (const caller of callers.filter(({ isOurs }) => isOurs !== true))
    await everyOperation(caller);
  const after = await told(server.url, administrator);
  // Last: what they may change is changed.
  for (const caller of callers.filter(({ isOurs }) => isOurs === true))
    await everyOperation(caller);
  await server.stop();
  const run = await place.inspect(describeRun);
  printFault("access", run, {
    tries,
    operations: documentedOperations.length,
    callers: callers.length,
    differing: before === after ? 0 : 1,
    unexpected: wrong.length + server.errors.length,
  });
  for (const what of [...wrong, ...server.errors].slice(0, 20)) console.error(what);
} finally {
  await server.kill();
  await place.remove();
}
