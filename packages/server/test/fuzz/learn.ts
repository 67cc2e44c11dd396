import type { FuzzAnswer, NoAnswer } from "./FuzzAnswer.ts";
import type { FuzzRequest } from "./FuzzRequest.ts";
import type { World } from "./World.ts";

/** Whose answers tell ids that only the server gives, and where in them. */
const telling: Readonly<Record<string, readonly [name: string, id: RegExp]>> = {
  createWebhook: ["webhook", /^\{"id":"(\d+)"/],
  createSavedView: ["view", /^\{"id":"(\d+)"/],
  listWebhookFailures: ["delivery", /"id":"(\d+)"/],
};

/**
 * Puts an id that an answer tells in the place of one known before, which may be gone by now:
 * without, what is deleted once would never be met again.
 */
export function learn(world: World, request: FuzzRequest, answer: FuzzAnswer | NoAnswer): void {
  const [name = "", pattern] = telling[request.operation] ?? [];
  if (pattern === undefined || typeof answer === "string" || answer.status >= 300) return;
  const [, id] = pattern.exec(answer.body.toString("utf8")) ?? [];
  const known = world.names[name];
  if (id === undefined || known === undefined || request.caller.tenant !== "default") return;
  known[Number(id) % known.length] = id;
}
