import type { OutlineLessonInput } from "../../src/types.ts";

/** An outline in shorthand: `"a"` is a required lesson, `"a?"` an optional one. */
export function outlineLessons(
  names: readonly string[],
  idOf: (name: string) => string = (name) => name,
): OutlineLessonInput[] {
  return names.map((name) => {
    const bare = name.replace("?", "");
    return { id: idOf(bare), title: `Lesson ${bare}`, required: bare === name };
  });
}
