import fc from "fast-check";
import { type DocumentedOperation, documentedOperations } from "../support/contract.ts";
import { bodiesFor } from "./bodies.ts";
import { describeRequest } from "./describeRequest.ts";
import { extraHeaders } from "./extraHeaders.ts";
import type { FuzzCaller, FuzzRequest } from "./FuzzRequest.ts";
import { strayRequests } from "./strayRequests.ts";
import { targetsOf } from "./targets.ts";
import type { World } from "./World.ts";

/** Requests for every operation of the document, and for what is none. */
export function requests(world: World): fc.Arbitrary<FuzzRequest> {
  const own = documentedOperations.map((operation) => ({
    // What is deleted is not there to be asked about.
    weight: operation.method === "delete" ? 1 : operation.requestBody === undefined ? 4 : 6,
    arbitrary: requestsFor(operation, world),
  }));
  return fc.oneof(...own, { weight: 16, arbitrary: strayRequests(world) });
}

function requestsFor(operation: DocumentedOperation, world: World): fc.Arbitrary<FuzzRequest> {
  const method = operation.method.toUpperCase();
  const methods = method === "GET" ? fc.constantFrom("GET", "GET", "GET", "GET", "HEAD") : null;
  return fc
    .record({
      caller: callersFor(operation, world),
      method: methods ?? fc.constant(method),
      target: targetsOf(operation, world),
      headers: extraHeaders(operation, world),
      body: bodiesFor(operation, world),
      length: fc.oneof(
        { weight: 60, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constantFrom("short", "-1", "1e3", "0x10", "1, 1", "", "+5") },
      ),
      chunked: fc.boolean(),
    })
    .map(({ body, headers, length, chunked, ...rest }): FuzzRequest => {
      const { bytes, type } = body;
      const named = [...headers, ...(type === null ? [] : [["content-type", type] as const])];
      const isWrong = length !== null && bytes !== null && bytes.byteLength > 1;
      const stated = length === "short" ? `${(bytes?.byteLength ?? 0) - 1}` : length;
      const size = isWrong ? stated : chunked ? null : `${bytes?.byteLength ?? 0}`;
      const sized = bytes === null || size === null ? [] : [["content-length", size] as const];
      const request = {
        ...rest,
        operation: operation.operationId,
        headers: [...named, ...sized],
        body: bytes,
        isMalformed: isWrong,
      };
      // How a finding is printed: bytes by bytes nobody could read it.
      return Object.assign(request, { [fc.toStringMethod]: () => describeRequest(request) });
    });
}

/** Mostly whoever may call it: the others are told so before anything is looked at. */
function callersFor({ security }: DocumentedOperation, world: World): fc.Arbitrary<FuzzCaller> {
  const roles = security.flatMap(({ apiKey = [], token = [] }) => [...apiKey, ...token]);
  const may = world.callers.filter(({ name }) => roles.some((role) => name.startsWith(role)));
  const all = may.filter(({ name }) => !name.startsWith("learner"));
  return fc.oneof(
    // Whoever can ask about all learners gets further than a learner.
    { weight: 5, arbitrary: fc.constantFrom(...(all.length > 0 ? all : world.callers)) },
    { weight: 2, arbitrary: fc.constantFrom(...(may.length > 0 ? may : world.callers)) },
    { weight: 1, arbitrary: fc.constantFrom(...world.callers) },
  );
}
