import type { z } from "@hono/zod-openapi";
import type {
  DeadlineResult,
  EnrollManyResult,
  EventResult,
  ExemptionResult,
  GroupMemberResult,
} from "@milepost/engine";
import { Problem } from "./Problem.ts";
import { parse } from "./parse.ts";
import { MalformedLine } from "./parseBody.ts";
import { type ProblemCode, problems } from "./problems.ts";

/** What became of one item of a batch. */
export interface ItemResult {
  readonly status: "recorded" | "unchanged" | "refused";
  readonly attempt?: number;
  readonly clamped?: true;
  readonly joinedAt?: Date;
  readonly learner?: string;
  readonly course?: string;
  readonly dueAt?: Date | null;
  readonly previousDueAt?: Date | null;
  readonly timeZone?: string | null;
  readonly previousTimeZone?: string | null;
  readonly exemptedAt?: Date | null;
  readonly code?: ProblemCode;
  readonly detail?: string;
}

type EngineResult =
  | EventResult
  | EnrollManyResult
  | GroupMemberResult
  | DeadlineResult
  | ExemptionResult;

/** How a batch is carried out. */
export interface BatchWork<S extends z.ZodType> {
  readonly schema: S;
  /** Throws a {@link Problem} for an item that the caller may not send. */
  readonly check?: (item: z.output<S>) => void;
  /** One result an item, in order. */
  readonly record: (items: z.output<S>[]) => Promise<readonly EngineResult[]>;
  /** Told what became of each item, in order; of a malformed one without the item. */
  readonly tell?: (result: ItemResult, item: z.output<S> | undefined) => void;
}

/** One result an item, in order: a malformed item is refused alone, and the rest recorded. */
export async function mergeResults<S extends z.ZodType>(
  items: readonly unknown[],
  { schema, check, record, tell }: BatchWork<S>,
): Promise<ItemResult[]> {
  const wellFormed: z.output<S>[] = [];
  const refusals = items.map((item) => {
    try {
      if (item instanceof MalformedLine) throw new Problem("json_malformed", item);
      const parsed = parse(schema, item, "item");
      check?.(parsed);
      wellFormed.push(parsed);
      return null;
    } catch (error) {
      if (error instanceof Problem) return refused(error.code, error.detail);
      throw error;
    }
  });
  const recorded = (await record(wellFormed)).entries();
  return refusals.map((refusal) => {
    if (refusal !== null) {
      tell?.(refusal, undefined);
      return refusal;
    }
    const { value, done } = recorded.next();
    if (done) throw new Error("The engine answered fewer results than it was given items.");
    const [n, answer] = value;
    const result = answer.status === "refused" ? { ...answer, ...refused(answer.code) } : answer;
    tell?.(result, wellFormed[n]);
    return result;
  });
}

function refused(code: string, detail?: string): ItemResult & { readonly code: ProblemCode } {
  if (!isProblemCode(code)) throw new Error(`The engine refused with the unknown code ${code}.`);
  return { status: "refused", code, detail: detail ?? problems[code].title };
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}
