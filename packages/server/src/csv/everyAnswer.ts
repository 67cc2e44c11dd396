import type { AnyCall, Operation } from "../http/operation.ts";

/** What a list may answer at once. */
const mostItems = 1_000;

/**
 * All that an operation has to answer: of a list every page, each as long as a page can be, one
 * after the other. What the first is as of, the others are, too, or a learner could move from a
 * page to come into one that is gone.
 */
export async function* everyAnswer(operation: Operation, call: AnyCall): AsyncGenerator<object> {
  const isList = "after" in operation.query.shape;
  let query = isList ? { ...call.query, limit: mostItems, after: undefined } : call.query;
  let { scope } = call;
  for (;;) {
    const answer = await operation.handle({ ...call, scope, query });
    const body = "body" in answer ? answer.body : null;
    if (typeof body !== "object" || body === null) throw new Error("Only an object can be CSV.");
    yield body;
    if (!isList || !("next" in body) || typeof body.next !== "string") return;
    query = { ...query, after: body.next };
    const isLive = query.asOf === undefined && scope.now === undefined;
    if (isLive && "asOf" in body && body.asOf instanceof Date) {
      scope = { ...scope, now: body.asOf };
    }
  }
}
