import type { LedgerEntry } from "@milepost/client";

/** The types of entries, as they are filtered. */
export const entryKinds = {
  enrollment: {
    label: "Enrollment",
    types: [
      "enrollment.created",
      "enrollment.withdrawn",
      "enrollment.exempted",
      "enrollment.reinstated",
    ],
  },
  deadline: { label: "Deadline", types: ["deadline.moved"] },
  lesson: { label: "Lessons completed", types: ["lesson.completed"] },
  repeated: { label: "Reported again", types: ["lesson.completion_repeated"] },
  course: { label: "Course completed", types: ["course.completed"] },
  repair: {
    label: "Repairs",
    types: ["progress.repaired", "outline.changed", "learner.erased"],
  },
} as const satisfies Record<
  string,
  { readonly label: string; readonly types: readonly LedgerEntry["type"][] }
>;

export type EntryKind = keyof typeof entryKinds;
export const kindNames = Object.keys(entryKinds) as EntryKind[];

const kindOfType = new Map<string, EntryKind>(
  kindNames.flatMap((kind) => entryKinds[kind].types.map((type) => [type, kind] as const)),
);

/** The kind that an entry is filtered as. */
export function kindOf({ type }: LedgerEntry): EntryKind {
  return kindOfType.get(type) ?? "repair";
}

/** The kinds that an address chooses; none is all. */
export function chosenKinds(chosen: string | undefined): readonly EntryKind[] {
  const named = (chosen ?? "").split(",");
  return kindNames.filter((kind) => named.includes(kind));
}
