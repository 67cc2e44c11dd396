import type { OutlineInput, OutlineLessonInput } from "@milepost/engine";
import { FieldFault, FieldReader } from "../files/FieldReader.ts";
import type { Fields } from "../files/readCsv.ts";

const outlineFields = ["course", "title", "enrollment", "lessons", "replacedBy"] as const;
const lessonFields: ReadonlySet<string> = new Set(["id", "title", "section", "required", "dueAt"]);

/**
 * An outline as `PUT /v1/courses/{course}` takes it, with the course's id in it.
 *
 * @param course - of an outline that names none
 * @param also - fields that are somebody else's to read
 * @throws {@link FieldFault}
 */
export function readOutline(
  given: Fields,
  { course, also = [] }: { course?: string | undefined; also?: readonly string[] } = {},
): OutlineInput {
  const fields = new FieldReader(given, new Set([...outlineFields, ...also]));
  if (!Array.isArray(given.lessons)) throw new FieldFault('"lessons" has to be a list.');
  return {
    course: fields.text("course") ?? course ?? fields.missing("course"),
    title: fields.requiredText("title"),
    enrollment: fields.oneOf("enrollment", ["open", "required"]),
    lessons: given.lessons.map((lesson: unknown, at) => readLesson(lesson, at + 1)),
    replacedBy: readReplacements(given.replacedBy ?? undefined),
  };
}

function readLesson(given: unknown, position: number): OutlineLessonInput {
  try {
    const lesson = new FieldReader(objectOf(given, "A lesson"), lessonFields);
    return {
      id: lesson.requiredText("id"),
      title: lesson.requiredText("title"),
      section: lesson.text("section"),
      required: lesson.boolean("required"),
      dueAt: lesson.instant("dueAt"),
    };
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error;
    throw new FieldFault(`Lesson ${position}: ${error.message}`);
  }
}

function readReplacements(given: unknown): Record<string, string> | undefined {
  if (given === undefined) return undefined;
  const pairs = Object.entries(objectOf(given, '"replacedBy"'));
  const read = new FieldReader(Object.fromEntries(pairs), new Set(pairs.map(([id]) => id)));
  return Object.fromEntries(pairs.map(([id]) => [id, read.requiredText(id)]));
}

function objectOf(given: unknown, what: string): Fields {
  if (typeof given === "object" && given !== null && !Array.isArray(given)) return given as Fields;
  throw new FieldFault(`${what} has to be an object.`);
}
