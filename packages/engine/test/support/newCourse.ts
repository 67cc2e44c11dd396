import { putOutline } from "../../src/putOutline.ts";
import type { OutlineInput, OutlineSaved, Queryable, Scope } from "../../src/types.ts";
import { at } from "./at.ts";
import { outlineLessons } from "./outlineLessons.ts";

/** A course that no other test of the file knows, and ids to go with it. */
export interface NewCourse {
  readonly course: string;
  /** Of a learner nobody else has. */
  readonly learner: string;
  /** The id of a lesson by its name in the shorthand. */
  lesson(name: string): string;
  /** Puts another outline, in the shorthand of {@link outlineLessons}. */
  put(
    names: readonly string[],
    more?: Partial<OutlineInput> & Pick<Scope, "now">,
  ): Promise<OutlineSaved>;
}

let courses = 0;

export async function newCourse(
  db: Queryable,
  names: readonly string[],
  more: Partial<OutlineInput> = {},
): Promise<NewCourse> {
  courses++;
  const course = `course-${courses}`;
  const lesson = (name: string) => `${course}/${name}`;
  const put: NewCourse["put"] = (changed, { now = at(-10_000), ...rest } = {}) => {
    const lessons = outlineLessons(changed, lesson);
    return putOutline(db, { course, title: "A course", lessons, ...rest }, { now });
  };
  await put(names, more);
  return { course, learner: `learner-${courses}`, lesson, put };
}
