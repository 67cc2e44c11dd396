import type { LessonChangeKind } from "./draft/changesOf.ts";

const names: Readonly<Record<LessonChangeKind, string>> = {
  added: "New",
  retired: "Retired",
  moved: "Moved",
  renamed: "Renamed",
  requirementChanged: "",
};

interface Props {
  readonly kinds: readonly LessonChangeKind[] | undefined;
  readonly required: boolean;
}

/** What an edit does to a lesson, in a word each. */
export function ChangeMarks({ kinds = [], required }: Props) {
  return kinds.map((kind) => (
    <span key={kind} className="md-mark-badge" data-kind={kind}>
      {kind === "requirementChanged" ? (required ? "Now required" : "Now optional") : names[kind]}
    </span>
  ));
}
