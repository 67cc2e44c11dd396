import { exportEnrollments } from "../../src/exportEnrollments.ts";
import { exportEvents } from "../../src/exportEvents.ts";
import { importEnrollments } from "../../src/importEnrollments.ts";
import { listCourses } from "../../src/listCourses.ts";
import { listOutlineChanges } from "../../src/listOutlineChanges.ts";
import { putOutline } from "../../src/putOutline.ts";
import { recordEvents } from "../../src/recordEvents.ts";
import type { OutlineLessonInput, Page, Queryable } from "../../src/types.ts";

async function all<T>(read: (after: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const page = await read(after);
    items.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return items;
}

/**
 * Moves one tenant's courses and history into another in the order that gives the same progress:
 * version by version the outline, the attempts opened under it and the completions recorded under
 * it; then the views; then the attempts once more, for what only shows once the views are there.
 *
 * @param outlines - false where they are there already
 */
export async function moveTenant(
  db: Queryable,
  { from, to, outlines = true }: { from: string; to: string; outlines?: boolean },
): Promise<void> {
  // Pages of three: a page's end falls everywhere.
  const limit = 3;
  const source = { tenant: from };
  const target = { tenant: to };
  for (const { id: course } of await all((after) => listCourses(db, { after, limit }, source))) {
    const events = (outlineVersion: number | null) =>
      all((after) => exportEvents(db, { course, outlineVersion, after, limit }, source));
    const record = async (outlineVersion: number | null) => {
      const results = await recordEvents(db, { events: await events(outlineVersion) }, target);
      const refused = results.find(({ status }) => status === "refused");
      if (refused !== undefined) throw new Error(`Refused: ${JSON.stringify(refused)}`);
    };
    const changes = await all((after) => listOutlineChanges(db, { course, after, limit }, source));
    const enroll = async (outlineVersion: number) => {
      const request = { course, outlineVersion, limit };
      const enrollments = await all((after) =>
        exportEnrollments(db, { ...request, after }, source),
      );
      await importEnrollments(db, { enrollments }, target);
    };
    for (const version of changes.toReversed()) {
      const { title, enrollment, replacedBy, changedAt } = version;
      const lessons: OutlineLessonInput[] = version.lessons;
      const outline = { course, title, enrollment, lessons, replacedBy };
      if (outlines) await putOutline(db, outline, { ...target, now: changedAt });
      await enroll(version.outlineVersion);
      await record(version.outlineVersion);
    }
    await record(null);
    for (const { outlineVersion } of changes) await enroll(outlineVersion);
  }
}
