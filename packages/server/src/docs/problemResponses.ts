import type { Operation } from "../http/operation.ts";
import { type ProblemCode, problems } from "../http/problems.ts";
import { textHeaders } from "./textHeaders.ts";

/** A response as the document has it: spelled out, or a reference to one that several share. */
export type ProblemResponse =
  | { readonly $ref: string }
  | {
      readonly description: string;
      readonly headers?: ReturnType<typeof textHeaders>;
      readonly content: Readonly<Record<string, { schema: { $ref: string } }>>;
    };

/** Statuses whose codes are the same wherever they occur: described once. */
const shared = {
  Unreadable: ["request_invalid"],
  Unauthorized: ["token_required", "token_invalid"],
  Forbidden: ["forbidden", "origin_refused"],
  NotFound: ["route_not_found"],
  TooMany: ["rate_limited"],
  TooSlow: ["request_too_slow"],
  UnsupportedMediaType: ["media_type_unsupported"],
  InternalError: ["internal_error"],
  Unavailable: [
    "database_unavailable",
    "database_not_migrated",
    "database_busy",
    "streams_exhausted",
    "tokens_unverifiable",
    "timed_out",
  ],
} as const satisfies Record<string, readonly ProblemCode[]>;

export const sharedResponses = Object.fromEntries(
  Object.entries(shared).map(([name, codes]) => [name, describe(codes)]),
);

/** Every problem that an operation can answer, by status. */
export function problemResponses({ body, method, refusals }: Operation) {
  const codes: ProblemCode[] = ["request_invalid", "tenant_not_found", ...refusals];
  if (body) codes.push("json_malformed", "body_too_large");
  if (method === "post") codes.push("idempotency_key_reused");
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of [...codes].sort()) {
    const { status } = problems[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  // What the act itself forbids is said beside what any credential may be told.
  const forbids = byStatus.get(403);
  const forbidden = forbids && [...shared.Forbidden, ...forbids];
  const own = [...byStatus].map(([status, those]) => [status, describe(those)] as const);
  return Object.fromEntries<ProblemResponse>([
    ...own,
    [401, reference("Unauthorized")],
    [403, forbidden === undefined ? reference("Forbidden") : describe(forbidden)],
    ...(body ? [[408, reference("TooSlow")] as const] : []),
    ...(body ? [[415, reference("UnsupportedMediaType")] as const] : []),
    [429, reference("TooMany")],
    [500, reference("InternalError")],
    [503, reference("Unavailable")],
  ]);
}

function reference(name: keyof typeof shared): ProblemResponse {
  return { $ref: `#/components/responses/${name}` };
}

function describe(codes: readonly ProblemCode[]): ProblemResponse {
  const comesBack = codes.some((code) => [429, 503].includes(problems[code].status));
  return {
    description: codes.map((code) => `- \`${code}\`: ${problems[code].title}`).join("\n"),
    ...(comesBack ? { headers: textHeaders({ "Retry-After": "Seconds to wait." }) } : {}),
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
}
