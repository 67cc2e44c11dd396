import { type ReactNode, useId } from "react";
import { type Progress, useProgress } from "../provider/ProgressContext.ts";
import { Added } from "./Added.tsx";
import type { DrawnCounts } from "./Bar.tsx";
import { LoadFailed } from "./LoadFailed.tsx";
import { progressState, progressText } from "./progressState.ts";

export interface ProgressFrameProps {
  readonly variant: string;
  readonly label?: string | undefined;
  readonly labelHidden?: boolean | undefined;
  readonly fill?: "ltr" | undefined;
  /** Draws the counts. */
  readonly children: (counts: DrawnCounts) => ReactNode;
}

/** What every kind of progress has around its drawing: a name, a value, and both in words. */
export function ProgressFrame(props: ProgressFrameProps) {
  const { variant, label, labelHidden, fill, children } = props;
  const progress = useProgress();
  const { state, view, texts } = progress;
  const id = useId();
  if (state.phase === "error" && view === null) return <LoadFailed />;
  const { confirmed = 0, pending = 0, total = 0 } = view ?? {};
  return (
    <div
      className="lp lp-progress"
      part="progress"
      data-variant={variant}
      data-state={progressState(progress)}
      data-fill={fill}
      aria-busy={view === null}
    >
      <span className={labelHidden ? "lp-hidden" : "lp-label"} part="label" id={id} dir="auto">
        {label ?? view?.page.title ?? texts.text("progress")}
      </span>
      <div
        className="lp-track"
        part="track"
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={view === null ? undefined : 0}
        aria-valuemax={view === null ? undefined : Math.max(total, 1)}
        aria-valuenow={view === null ? undefined : confirmed}
        aria-valuetext={spoken(progress)}
      >
        {children({ confirmed, pending, total })}
      </div>
      <div className="lp-text" part="text">
        <span>{progressText(progress)}</span>
        {view?.percentage == null ? null : (
          <span className="lp-percent">{texts.percent(view.percentage)}</span>
        )}
      </div>
      <Added />
    </div>
  );
}

function spoken({ view, texts }: Progress): string {
  if (view === null) return texts.text("loading");
  const { confirmed, pending, total, percentage } = view;
  if (percentage === null) return texts.text("noneRequired");
  const done = texts.text("lessonsSpoken", { completed: confirmed, total, percentage });
  return pending === 0 ? done : `${done}. ${texts.text("unsentSpoken", { count: pending })}`;
}
