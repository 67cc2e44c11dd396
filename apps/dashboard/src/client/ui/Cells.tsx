import { displayPercentage } from "@milepost/progress";
import type { LearnerState } from "../api/reports.ts";
import { useZone } from "../shell/Session.tsx";
import { stateNames } from "../text/states.ts";
import { agoText, dateText, instantText } from "../text/times.ts";

const tones: Readonly<Record<LearnerState, string>> = {
  overdue: "overdue",
  active: "active",
  stalled: "stalled",
  notStarted: "none",
  completed: "done",
  withdrawn: "withdrawn",
  exempt: "withdrawn",
};

/** The state of an attempt, by word and colour. */
export function StateCell({ state }: { state: LearnerState }) {
  return (
    <span className="md-state-cell">
      <span className={`md-swatch md-tone-${tones[state]}`} aria-hidden />
      {stateNames[state]}
    </span>
  );
}

interface ProgressProps {
  readonly percentage: number | null;
  /** Of required lessons, where the report tells. */
  readonly counts?: { readonly completed: number; readonly total: number } | undefined;
  readonly isComplete?: boolean;
}

/** A progress percentage as learners see theirs, with a bar. */
export function ProgressCell({ percentage, counts, isComplete = false }: ProgressProps) {
  if (percentage === null) return <span className="md-quiet">No required lessons</span>;
  const shown =
    counts === undefined
      ? shownPercentage(percentage, isComplete)
      : displayPercentage(counts.completed, counts.total, isComplete);
  const of =
    counts === undefined ? undefined : `${counts.completed} of ${counts.total} required lessons`;
  return (
    <span className="md-progress" title={of}>
      <span className="md-progress-bar" aria-hidden>
        <span style={{ width: `${percentage}%` }} />
      </span>
      {shown} %
    </span>
  );
}

/** Of the stored percentage, where the lessons are not told: rounded down, 100 when complete. */
function shownPercentage(percentage: number, isComplete: boolean): number {
  const whole = Math.floor(percentage);
  if (percentage > 0 && whole === 0) return 1;
  return whole === 100 && !isComplete ? 99 : whole;
}

/** A day, with the whole instant and its zone on hover. */
export function DateCell({ at, none = "–" }: { at: string | null; none?: string }) {
  const zone = useZone();
  if (at === null) return <span className="md-quiet">{none}</span>;
  return (
    <time dateTime={at} title={`${instantText(at, zone)} ${zone.label}`}>
      {dateText(at, zone)}
    </time>
  );
}

/** How long ago, with the whole instant on hover. */
export function AgoCell({ at, none = "Never" }: { at: string | null; none?: string }) {
  const zone = useZone();
  if (at === null) return <span className="md-quiet">{none}</span>;
  return (
    <time dateTime={at} title={`${instantText(at, zone)} ${zone.label}`}>
      {agoText(at, new Date())}
    </time>
  );
}
