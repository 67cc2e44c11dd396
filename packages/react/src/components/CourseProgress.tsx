import { useId } from "react";
import { useProgress } from "../provider/ProgressContext.ts";
import { AddedNote } from "./AddedNote.tsx";
import { Bar } from "./Bar.tsx";
import { LoadFailed } from "./LoadFailed.tsx";
import { progressState, progressText } from "./progressState.ts";
import { Ring } from "./Ring.tsx";
import { Segments, segmentsAtMost } from "./Segments.tsx";

export interface CourseProgressProps {
  /** `segmented` is a bar beyond twenty lessons, where segments are too small to tell apart. */
  readonly variant?: "bar" | "segmented" | "ring" | undefined;
  /** What it is the progress of; the course's title when omitted. */
  readonly label?: string | undefined;
  /** Keep the label for screen readers alone, where a heading beside it says the same. */
  readonly labelHidden?: boolean | undefined;
  /** `ltr` fills from the left in right-to-left pages, too. */
  readonly fill?: "ltr" | undefined;
}

/**
 * How far the learner is: what the server has is solid, what is on its way striped. The value is in
 * lessons and the text in words; neither moves along an animation.
 */
export function CourseProgress(props: CourseProgressProps) {
  const { variant = "bar", label, labelHidden = false, fill } = props;
  const progress = useProgress();
  const { state, view, texts } = progress;
  const id = useId();
  const name = label ?? view?.page.title ?? texts.text("progress");
  if (state.phase === "error" && view === null) return <LoadFailed />;

  const counts = { confirmed: view?.confirmed ?? 0, pending: view?.pending ?? 0 };
  const total = view?.total ?? 0;
  const Drawing = variant === "ring" ? Ring : isSegmented(variant, total) ? Segments : Bar;
  const isKnown = view !== null;
  return (
    <div
      className="lp lp-progress"
      part="progress"
      data-variant={variant}
      data-state={progressState(progress)}
      data-fill={fill}
      aria-busy={!isKnown}
    >
      <span className={labelHidden ? "lp-hidden" : "lp-label"} part="label" id={id} dir="auto">
        {name}
      </span>
      <div
        className="lp-track"
        part="track"
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={isKnown ? 0 : undefined}
        aria-valuemax={isKnown ? Math.max(total, 1) : undefined}
        aria-valuenow={isKnown ? counts.confirmed : undefined}
        aria-valuetext={spoken(progress)}
      >
        <Drawing {...counts} total={total} />
      </div>
      <div className="lp-text" part="text">
        <span>{progressText(progress)}</span>
        {view?.percentage == null ? null : (
          <span className="lp-percent">{texts.percent(view.percentage)}</span>
        )}
      </div>
      {view === null ? null : <AddedNote />}
    </div>
  );
}

function isSegmented(variant: string, total: number): boolean {
  return variant === "segmented" && total > 0 && total <= segmentsAtMost;
}

function spoken({ view, texts }: ReturnType<typeof useProgress>): string {
  if (view === null) return texts.text("loading");
  const { confirmed, pending, total, percentage } = view;
  if (percentage === null) return texts.text("noneRequired");
  const done = texts.text("lessonsSpoken", { completed: confirmed, total, percentage });
  return pending === 0 ? done : `${done}. ${texts.text("unsentSpoken", { count: pending })}`;
}
