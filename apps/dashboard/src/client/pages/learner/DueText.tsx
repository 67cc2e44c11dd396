import type { LearnerCourse } from "@milepost/client";
import { useZone } from "../../shell/Session.tsx";
import { instantText } from "../../text/times.ts";
import { daysLeft } from "./attemptText.ts";

type Props = Pick<
  LearnerCourse,
  "due" | "completedAt" | "withdrawnAt" | "exemptedAt" | "lastViewedAt"
>;

/** A deadline in the zone that it was stated in, with what is left until then. */
export function DueText(attempt: Props) {
  const shown = useZone();
  const { due } = attempt;
  if (due === null) return <span className="md-quiet">No deadline</span>;
  const stated = due.timeZone === null ? shown : { id: due.timeZone, label: due.timeZone };
  const left = daysLeft(attempt);
  return (
    <span className="md-two">
      <time dateTime={due.at}>{instantText(due.at, stated)}</time>
      <span className="md-quiet">
        {left === null ? null : (
          <>
            <span className={left.isOver ? "md-danger" : undefined}>{left.text}</span>
            {" · "}
          </>
        )}
        {stated.label}
      </span>
    </span>
  );
}
