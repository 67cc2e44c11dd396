import { isDeepStrictEqual } from "node:util";
import {
  listOutlineChanges,
  MilepostError,
  type OutlineInput,
  type OutlineVersion,
  putOutline,
  type Queryable,
} from "@milepost/engine";
import { CommandError } from "../terminal/CommandError.ts";
import { exitCodes } from "../terminal/exitCodes.ts";
import type { ExportedOutline } from "./readExportedOutline.ts";

/**
 * Puts one version of a course's outline, as of the time it was put where it comes from. A version
 * that is there already is passed over if it is the same one: then an earlier run put it.
 *
 * @throws {@link CommandError} where the course has had another history here: two cannot be joined
 */
export async function putExportedOutline(
  db: Queryable,
  { course, outlineVersion, at, title, enrollment, lessons, replacedBy }: ExportedOutline,
  { tenant, actor }: { tenant: string; actor: string },
): Promise<"recorded" | "unchanged"> {
  const outline = { course, title, enrollment, lessons, replacedBy };
  try {
    const scope = { tenant, actor, now: at };
    await putOutline(db, { ...outline, ifVersion: outlineVersion - 1 }, scope);
    return "recorded";
  } catch (error) {
    const isThere = error instanceof MilepostError && error.code === "outline_version_mismatch";
    if (!isThere) throw error;
    const stored = await findVersion(db, { course, outlineVersion, tenant });
    const same =
      stored?.changedAt.getTime() === at.getTime() &&
      isDeepStrictEqual(plain(stored.lessons), plain(lessons)) &&
      stored.title === title;
    if (same) return "unchanged";
    throw new CommandError(`The course ${course} is there already, with another history.`, {
      code: "course_exists",
      exitCode: exitCodes.usage,
      hint: "An export goes into a database, or a tenant, that does not have its courses.",
      cause: error,
    });
  }
}

/** As JSON has it: no field that says nothing, instants as text. */
const plain = (lessons: OutlineInput["lessons"]): unknown =>
  lessons.map((lesson) => {
    const dueAt = lesson.dueAt ? new Date(lesson.dueAt).toISOString() : null;
    const { id, title, section = null, required = true } = lesson;
    return { id, title, section, required, dueAt };
  });

async function findVersion(
  db: Queryable,
  wanted: { course: string; outlineVersion: number; tenant: string },
): Promise<OutlineVersion | undefined> {
  const { course, outlineVersion, tenant } = wanted;
  let after: string | undefined;
  do {
    const page = await listOutlineChanges(db, { course, after, limit: 1_000 }, { tenant });
    const found = page.items.find((change) => change.outlineVersion === outlineVersion);
    if (found !== undefined) return found;
    after = page.next ?? undefined;
  } while (after !== undefined);
  return undefined;
}
