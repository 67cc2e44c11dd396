import type { CourseProgressPage, Explanation } from "@milepost/client";
import { displayPercentage } from "@milepost/progress";
import { useView } from "../../address/useView.ts";
import { useZone } from "../../shell/Session.tsx";
import { countOf } from "../../text/numbers.ts";
import { dateText, instantText } from "../../text/times.ts";
import { SidePanel } from "../../ui/SidePanel.tsx";
import { Widget } from "../../ui/Widget.tsx";
import { attemptOf, useExplanation } from "./useAttempt.ts";

/** Why the percentage is what it is, lesson by lesson. */
export function WhyDrawer({ page }: { page: CourseProgressPage }) {
  const { view, change } = useView();
  const shown = displayPercentage(
    page.completedLessons,
    page.totalLessons,
    page.completedAt !== null,
  );
  return (
    <SidePanel
      isOpen={view.drawer === "why"}
      close={() => change({ drawer: undefined })}
      title={shown === null ? "Why is there no percentage?" : `Why does it say ${shown} %?`}
    >
      {view.drawer === "why" ? <Why page={page} /> : null}
    </SidePanel>
  );
}

function Why({ page }: { page: CourseProgressPage }) {
  const explanation = useExplanation(attemptOf(page));
  const isComplete = page.completedAt !== null;
  return (
    <Widget answer={explanation} height={400}>
      {(data) => (
        <div className="md-drawer">
          <p>{sum(data, isComplete)}</p>
          <p className="md-quiet">
            Attempt {data.attempt}, counted against version {data.outlineVersion} of the outline.
          </p>
          <Missing items={data.missing} />
          <Completed title="Completed, and counted" items={data.numerator} />
          <NotCounted items={data.notCounted} />
        </div>
      )}
    </Widget>
  );
}

function sum({ numerator, denominator, progressPercentage }: Explanation, isComplete: boolean) {
  const total = denominator.length;
  if (progressPercentage === null) return "No lesson is required, so there is nothing to count.";
  const shown = displayPercentage(numerator.length, total, isComplete);
  return (
    <>
      <strong>
        {numerator.length} of {countOf(total, "required lesson")}
      </strong>{" "}
      = {progressPercentage} %
      {shown === progressPercentage ? "." : `, shown as ${shown} %: rounded down.`}
    </>
  );
}

function Missing({ items }: { items: Explanation["missing"] }) {
  if (items.length === 0) return <p>Nothing is missing.</p>;
  return (
    <section aria-label="Missing">
      <h3>Missing · {items.length}</h3>
      <ul className="md-why-list">
        {items.map(({ lesson, title }) => (
          <li key={lesson}>
            <span>{title}</span>
            <span className="md-quiet">{lesson}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Completed({ title, items }: { title: string; items: Explanation["numerator"] }) {
  const zone = useZone();
  if (items.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>
        {title} · {items.length}
      </h3>
      <ul className="md-why-list">
        {items.map(({ lesson, title: name, completedAt }) => (
          <li key={lesson}>
            <span>{name}</span>
            <time
              className="md-quiet"
              dateTime={completedAt}
              title={instantText(completedAt, zone)}
            >
              {dateText(completedAt, zone)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}

const reasons = {
  optional: "optional: it never counts",
  retired: "retired from the outline",
  "added-later": "added after what this attempt is counted against",
} as const;

function NotCounted({ items }: { items: Explanation["notCounted"] }) {
  if (items.length === 0) return null;
  return (
    <section aria-label="Completed, and not counted">
      <h3>Completed, and not counted · {items.length}</h3>
      <ul className="md-why-list">
        {items.map(({ lesson, title, reason }) => (
          <li key={lesson}>
            <span>{title}</span>
            <span className="md-quiet">{reasons[reason]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
