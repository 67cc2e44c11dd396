import "../messages/enMore.ts";
import { useState } from "react";
import { useProgress } from "../provider/ProgressContext.ts";
import type { CourseView } from "../view/readView.ts";

interface Added {
  readonly count: number;
  /** Of the newest of them. */
  readonly at: string;
}

/** Why the percentage fell: required lessons came into the outline after the learner began. */
export function AddedNote() {
  const { view, texts } = useProgress();
  const added = view === null ? null : findAdded(view);
  const name = added === null ? "" : `milepost-added ${view?.page.course} ${added.at}`;
  const [dismissed, setDismissed] = useState<string | null>(null);
  if (added === null || dismissed === name || wasDismissed(name)) return null;
  return (
    <p className="lp-note" part="note">
      <span>{texts.text("addedOn", { count: added.count, date: texts.day(added.at) })}</span>
      <button
        type="button"
        className="lp-quiet-button"
        onClick={() => {
          setDismissed(name);
          rememberDismissed(name);
        }}
      >
        {texts.text("dismiss")}
      </button>
    </p>
  );
}

function findAdded({ page, lessons, isComplete }: CourseView): Added | null {
  const begun = page.firstViewedAt;
  if (begun === null || isComplete) return null;
  const added = lessons.filter(
    ({ required, publishedAt }) => required && Date.parse(publishedAt) > Date.parse(begun),
  );
  const newest = added
    .map(({ publishedAt }) => publishedAt)
    .sort()
    .at(-1);
  return newest === undefined ? null : { count: added.length, at: newest };
}

function wasDismissed(name: string): boolean {
  try {
    return localStorage.getItem(name) !== null;
  } catch {
    // The browser keeps nothing for this page: then the note is shown once a page.
    return false;
  }
}

function rememberDismissed(name: string): void {
  try {
    localStorage.setItem(name, "dismissed");
  } catch {
    // As above: it stays dismissed for as long as the page does.
  }
}
