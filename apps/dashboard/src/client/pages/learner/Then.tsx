import { useView } from "../../address/useView.ts";
import { useZone } from "../../shell/Session.tsx";
import { countOf } from "../../text/numbers.ts";
import { instantText } from "../../text/times.ts";
import { ProgressCell } from "../../ui/Cells.tsx";
import { clockOf, thenText } from "./replayed.ts";
import { type History, stateAt } from "./stateAt.ts";

/** How an attempt stood at an instant. */
export function Then({ history, at }: { history: History; at: Date }) {
  const { view } = useView();
  const zone = useZone();
  const then = stateAt(history, at, clockOf(view.clock));
  if (then === null) {
    return (
      <p className="md-then" role="status">
        <strong>Not enrolled yet</strong>
      </p>
    );
  }
  const { completedLessons: completed, totalLessons: total } = then;
  return (
    <div className="md-then" role="status">
      <strong>{thenText(then)}</strong>
      <ProgressCell
        percentage={then.progressPercentage}
        counts={{ completed, total }}
        isComplete={then.completedAt !== null}
      />
      <span>
        {completed} of {countOf(total, "required lesson")}
      </span>
      <span>
        {then.dueAt === null ? "No deadline" : `Due ${instantText(then.dueAt, zone)} ${zone.label}`}
      </span>
    </div>
  );
}
