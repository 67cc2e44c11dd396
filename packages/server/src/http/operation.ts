import type { z } from "@hono/zod-openapi";
import type { FactRecorder, OutlineCache, Queryable, RefusalCode, Scope } from "@milepost/engine";
import type { Caller, Role } from "../auth/Caller.ts";
import type { FeedHub } from "../feed/FeedHub.ts";
import type { Intake } from "../intake/Intake.ts";
import type { Webhooks } from "../webhooks/Webhooks.ts";
import type { ProblemCode } from "./problems.ts";

/** The body an operation takes. */
export interface BodyRule<B extends z.ZodType> {
  readonly schema: B;
  /** Without it an absent body reads as `{}`. */
  readonly required: boolean;
  /** Up to 8 MiB instead of 1. */
  readonly large?: true;
  /**
   * Also as one JSON value a line, which become the array of this name. What comes after one more
   * than it may hold is not read.
   */
  readonly lines?: { readonly of: string; readonly most: number };
  /** What the document shows where `schema` leaves checking to the handler. */
  readonly documented?: z.ZodType;
  readonly example?: unknown;
}

/** A parsed request, and what it is carried out with. */
export interface Call<P, Q, B> {
  /** The pool, or a client in the transaction that holds the request's Idempotency-Key. */
  readonly db: Queryable;
  /** For single facts, which travel together under load. */
  readonly recorder: FactRecorder;
  /** For course pages, which are answered outside of transactions. */
  readonly outlines: OutlineCache;
  /** For streams of what is being recorded. */
  readonly feed: FeedHub;
  /** For what becomes of facts. */
  readonly intake: Intake;
  /** What webhooks are signed and sent with. */
  readonly webhooks: Webhooks;
  readonly scope: Scope;
  readonly caller: Caller;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  header(name: string): string | undefined;
}

/** A call whatever its schemas are. */
export type AnyCall = Call<Record<string, unknown>, Record<string, unknown>, unknown>;

/** What a handler answers; 200 when it names no status. */
export interface Answer<A> {
  readonly status?: number;
  /** Null for a 304. */
  readonly body: A | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Of an operation with `complete`: what is kept, and what that makes the answer of. */
export interface Unfinished {
  readonly status?: number;
  readonly unfinished: object;
}

/** A call whose answer is kept, while that is completed. */
export interface Completing extends Pick<AnyCall, "webhooks" | "scope"> {
  /** When it is answered that it took too long, as `performance.now()` counts. */
  readonly endsAt: number;
}

/** One route: who may call it, what it takes, what it answers and how it may be refused. */
export interface Operation<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> {
  readonly method: "get" | "put" | "post" | "delete";
  /** OpenAPI's spelling: `/v1/courses/{course}`. */
  readonly path: `/v1/${string}`;
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** Whoever else calls is answered 403; so is a learner where the path names another. */
  readonly roles: readonly [Role, ...Role[]];
  readonly params: P;
  readonly query: Q;
  readonly body?: BodyRule<B>;
  /** Request headers to document. */
  readonly headers?: z.ZodObject;
  readonly answer: A;
  /** Description by status of the answers that are no problem. */
  readonly statuses: Readonly<Record<number, string>>;
  readonly answerHeaders?: Readonly<Record<string, string>>;
  readonly answerExample?: unknown;
  /**
   * The answer can be had as CSV: name of the file, without its ending. A list is answered whole,
   * whatever `limit` and `after` are.
   */
  readonly csv?: string;
  /** Refusals particular to this operation; those that any can meet are added. */
  readonly refusals: readonly (RefusalCode | ProblemCode)[];
  handle(
    call: Call<z.output<P>, z.output<Q>, z.output<B>>,
  ): Promise<Answer<z.input<A>> | Unfinished>;
  /**
   * Answers server-sent events instead, until `ended`: their text as it is sent. The first one says
   * that all is well. `handle` is not called then.
   */
  stream?(
    call: Call<z.output<P>, z.output<Q>, z.output<B>>,
    ended: AbortSignal,
  ): Promise<AsyncGenerator<string>>;
  /**
   * What is left to do once the call is committed and its answer kept under its Idempotency-Key:
   * to add what must not be kept, such as a secret, or what takes too long for a transaction. Done
   * again where the kept answer is sent again.
   *
   * @param kept - `unfinished` as it was kept, so with instants as texts
   */
  complete?(call: Completing, kept: unknown): Promise<object>;
}

/** An operation whose handler's types follow from its schemas. */
export function operation<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType,
>(definition: Operation<P, Q, B, A>): Operation {
  return definition as unknown as Operation;
}
