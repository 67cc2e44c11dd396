import { type ComponentType, useEffect, useState } from "react";
import { useProgress } from "../provider/ProgressContext.ts";

/**
 * Why the percentage fell, where it did: loaded then, after the first paint, so that who dismissed
 * the note does not see it flash.
 */
export function Added() {
  const { view } = useProgress();
  const [Note, setNote] = useState<ComponentType | null>(null);
  const begun = view?.page.firstViewedAt;
  const isAdded = view?.lessons.some(({ publishedAt }) => begun != null && publishedAt > begun);
  useEffect(() => {
    if (!isAdded) return;
    import("./AddedNote.tsx")
      .then(({ AddedNote }) => setNote(() => AddedNote))
      // Without a network the note can wait for the next page.
      .catch(() => undefined);
  }, [isAdded]);
  return Note === null ? null : <Note />;
}
