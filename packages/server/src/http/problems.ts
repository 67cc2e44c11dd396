import { type RefusalCode, refusals } from "@milepost/engine";

/** What HTTP answers to each refusal: a new one does not compile until it stands here. */
const refusalStatus = {
  tenant_not_found: 404,
  learner_not_found: 404,
  course_not_found: 404,
  lesson_not_found: 404,
  enrollment_not_found: 404,
  key_not_found: 404,
  group_not_found: 404,
  webhook_not_found: 404,
  delivery_not_found: 404,
  saved_view_not_found: 404,
  saved_view_of_another: 403,
  // Well-formed, and at odds with what is stored: the same request can succeed later.
  enrollment_required: 409,
  attempt_open: 409,
  attempt_conflict: 409,
  lesson_of_another_course: 409,
  tenant_exists: 409,
  webhooks_too_many: 409,
  saved_views_too_many: 409,
  webhook_disabled: 409,
  attempt_completed: 409,
  attempt_withdrawn: 409,
  attempt_exempt: 409,
  attempt_not_current: 409,
  deadline_moved: 409,
  deadline_missing: 409,
  outline_version_mismatch: 412,
  batch_too_large: 413,
  outline_too_large: 413,
  // Malformed: the contract rules it out, whatever is stored.
  id_out_of_range: 400,
  event_type_unknown: 400,
  cursor_invalid: 400,
  limit_out_of_range: 400,
  webhook_types_unknown: 400,
  // Well-formed and understood; its content is refused.
  lesson_repeated: 422,
  attempt_repeated: 422,
  replacement_not_found: 422,
  time_zone_unknown: 422,
  time_out_of_range: 422,
  text_out_of_range: 422,
  reason_required: 422,
  due_out_of_range: 422,
  webhook_url_refused: 422,
} as const satisfies Record<RefusalCode, number>;

/** What the server refuses by itself, before the engine is asked or because it can't be. */
export const serverProblems = {
  request_invalid: { status: 400, title: "The request does not have the documented form." },
  json_malformed: { status: 400, title: "The body is not JSON in UTF-8." },
  token_required: { status: 401, title: "This needs an API key or a token." },
  token_invalid: { status: 401, title: "The API key or token is unknown, expired or revoked." },
  forbidden: { status: 403, title: "The API key or token does not allow this." },
  origin_refused: {
    status: 403,
    title: "An open server answers only requests that come from this machine's own pages.",
  },
  route_not_found: { status: 404, title: "There is nothing at this address." },
  method_not_allowed: { status: 405, title: "This address does not take this method." },
  request_too_slow: { status: 408, title: "The body did not arrive in time." },
  // No 503: to ask again is of no use before whoever runs the server has done something.
  webhooks_not_configured: {
    status: 409,
    title: "This server has no key for webhooks (MILEPOST_WEBHOOK_KEY).",
  },
  body_too_large: { status: 413, title: "The body is larger than this address takes." },
  media_type_unsupported: {
    status: 415,
    title: "The body's Content-Type is missing or not one this address takes, or it is compressed.",
  },
  idempotency_key_reused: {
    status: 422,
    title: "The Idempotency-Key was used for another request.",
  },
  rate_limited: {
    status: 429,
    title: "More requests came than this key or person may send in a minute.",
  },
  headers_too_large: { status: 431, title: "The request line and headers exceed 16 KiB." },
  internal_error: { status: 500, title: "Something failed on our side; it has been logged." },
  database_unavailable: { status: 503, title: "The database cannot be reached." },
  database_not_migrated: { status: 503, title: "The database has not been migrated." },
  database_busy: { status: 503, title: "The database is too busy; the request changed nothing." },
  streams_exhausted: { status: 503, title: "As many streams are open as this server keeps." },
  tokens_unverifiable: {
    status: 503,
    title: "The keys that tokens are verified with cannot be fetched.",
  },
  timed_out: {
    status: 503,
    title: "The answer took too long. A write may still have been done: repeat it to be sure.",
  },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = RefusalCode | keyof typeof serverProblems;

export interface ProblemKind {
  readonly status: number;
  readonly title: string;
}

/** Every problem a response can carry, by code. docs/errors.md has one section per key. */
export const problems: Readonly<Record<ProblemCode, ProblemKind>> = {
  ...serverProblems,
  ...(Object.fromEntries(
    Object.entries(refusalStatus).map(([code, status]) => [
      code,
      { status, title: refusals[code as RefusalCode].message },
    ]),
  ) as Record<RefusalCode, ProblemKind>),
};
