import fc from "fast-check";
import { documentedOperations } from "../support/contract.ts";
import type { FuzzRequest } from "./FuzzRequest.ts";
import type { World } from "./World.ts";

const paths = [...new Set(documentedOperations.map(({ path }) => path.replaceAll(/[{}]/g, "")))];

const methods = [
  ...["GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS", "PATCH", "TRACE"],
  ...["PROPFIND", "MKCOL", "LOCK", "SEARCH", "LINK", "PURGE", "QUERY"],
];

const nowhere = [
  "/",
  "//",
  "/v1",
  "/v1/",
  "/v2/courses",
  "/V1/courses",
  "/v1/courses/",
  "/v1//courses",
  "/v1/courses/../learners",
  "/v1/courses/%2e%2e/learners",
  "/v1/./courses",
  "/v1/courses%2f",
  "/v1/c%6furses",
  "/v1/courses;a=b",
  "/v1/courses.json",
  "/v1/courses%00",
  "/v1/courses%",
  "/v1%2fcourses",
  "/%",
  "/%ff",
  "/..",
  "/../../etc/passwd",
  "/.env",
  "/.git/config",
  "/admin",
  "/admin/api/v1/courses",
  "/wp-login.php",
  "/metrics/",
  "/healthz/x",
  "/v1/docs/../openapi.json",
  "//evil.example/v1/courses",
  "/\\evil.example",
  "/@",
  "/v1/learners/ada/courses/fs/../../..",
  `/${"a/".repeat(2_000)}`,
  `/${"x".repeat(8_000)}`,
  "*",
];

/** Requests for what no operation is: unknown paths, other methods. */
export function strayRequests(world: World): fc.Arbitrary<FuzzRequest> {
  const ways = fc.oneof(
    fc.tuple(fc.constantFrom(...methods), fc.constantFrom(...paths)),
    fc.tuple(fc.constantFrom("GET", "POST", "OPTIONS", "TRACE"), fc.constantFrom(...nowhere)),
  );
  const bodies = fc.option(fc.constant(new TextEncoder().encode("{}")), { freq: 3 });
  return fc
    .tuple(ways, fc.constantFrom(...world.callers), bodies)
    .map(([[method, target], caller, body]) => ({
      operation: "stray",
      caller,
      method,
      target,
      headers:
        body === null
          ? []
          : [
              ["content-type", "application/json"],
              ["content-length", "2"],
            ],
      body,
      isMalformed: false,
    }));
}
