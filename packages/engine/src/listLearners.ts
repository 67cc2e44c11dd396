import { call } from "./call.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { pageLimit } from "./pageLimit.ts";
import type { Learner, Page, PageRequest, Queryable, Scope } from "./types.ts";

/** A learner, and since when they are known. */
export interface LearnerProfile extends Omit<Learner, "created"> {
  readonly createdAt: Date;
}

export interface LearnersRequest extends PageRequest {
  /**
   * What the name, the id, or the second or third word of the name begins with, in capitals or not,
   * up to 100 characters; everybody when omitted or empty.
   */
  readonly search?: string | undefined;
}

interface Row {
  learner: string;
  name: string | null;
  email: string | null;
  locale: string | null;
  time_zone: string | null;
  created_at: Date;
  name_key: string;
}

/**
 * Learners by name and then id; those without a name come first, erased ones not at all.
 *
 * @throws {@link MilepostError} `text_out_of_range`, `cursor_invalid`, `limit_out_of_range`
 */
export async function listLearners(
  db: Queryable,
  request: LearnersRequest = {},
  { tenant = "default" }: Scope = {},
): Promise<Page<LearnerProfile>> {
  const limit = pageLimit(request);
  const after = decodeCursor(request.after, [/^.{0,100}$/su, /^.{1,255}$/su]) ?? [null, null];
  const values = [tenant, request.search ?? null, ...after, limit];
  const rows = await call<Row>(db, "list_learners", values);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    items: rows.map(({ learner, name, email, locale, time_zone, created_at }) => ({
      id: learner,
      name,
      email,
      locale,
      timeZone: time_zone,
      createdAt: created_at,
    })),
    next: last ? encodeCursor([last.name_key, last.learner]) : null,
  };
}
