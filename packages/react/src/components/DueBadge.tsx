import "../messages/enMore.ts";
import { cityOf } from "../provider/cityOf.ts";
import { useProgress } from "../provider/ProgressContext.ts";
import { Icon } from "./Icon.tsx";

/** The deadline, in the zone it was set in. Nothing where there is none, or it no longer counts. */
export function DueBadge() {
  const { view, texts, now } = useProgress();
  const due = view?.page.due;
  if (view == null || due == null || view.isComplete) return null;
  const { page, isOverdue } = view;
  if (page.withdrawnAt !== null || page.exemptedAt !== null) return null;
  const zone = due.timeZone ?? "UTC";
  const zoneText = zone === "UTC" ? zone : texts.text("zoneTime", { zone: cityOf(zone) });
  const date = `${texts.dayAndTime(due.at, now, zone)} ${zoneText}`;
  return (
    <span className="lp lp-due" part="due" data-state={isOverdue ? "overdue" : "due"}>
      <Icon name={isOverdue ? "overdue" : "not-open"} />
      {isOverdue ? <strong>{texts.text("overdue")}</strong> : null}
      <span>
        <time dateTime={due.at}>{texts.text("due", { date })}</time>
        {now === null ? null : (
          <>
            {" "}
            <span className="lp-relative">{`(${texts.relative(due.at, now)})`}</span>
          </>
        )}
      </span>
    </span>
  );
}
