import type { Outline } from "@milepost/client";
import { useMemo } from "react";
import { Panel } from "../../ui/Panel.tsx";
import { ChangeMarks } from "./ChangeMarks.tsx";
import { changesOf } from "./draft/changesOf.ts";
import { type Draft, draftOf } from "./draft/Draft.ts";

/** Somebody else's version, with what it changed of the one that both began with. */
export function TheirOutline({ base, theirs }: { base: Outline; theirs: Outline }) {
  const draft = useMemo(() => draftFrom(base, theirs), [base, theirs]);
  const changes = useMemo(() => changesOf(base, draft), [base, draft]);
  return (
    <Panel title={`Version ${theirs.outlineVersion}`} about={theirs.title} flush>
      <ol className="md-olessons md-olessons-theirs">
        {draft.lessons.map(({ key, title, isRetired, required }) => (
          <li key={key} className="md-olesson" data-retired={isRetired || undefined}>
            <div className="md-olesson-row">
              <span className="md-olesson-name">{title}</span>
              <span className="md-olesson-marks">
                <ChangeMarks kinds={changes.lessons.get(key)} required={required} />
              </span>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** Their version as if it were a draft of what it began with, with what it retired at the end. */
function draftFrom(base: Outline, theirs: Outline): Draft {
  const draft = draftOf(theirs);
  const kept = new Set(draft.lessons.map(({ key }) => key));
  const retired = draftOf(base).lessons.filter(({ key }) => !kept.has(key));
  const gone = retired.map((lesson) => ({ ...lesson, isRetired: true }));
  return { ...draft, lessons: [...draft.lessons, ...gone] };
}
