import type { LessonReport } from "@milepost/client";
import { PageLink } from "../../address/PageLink.tsx";
import { pages } from "../../address/pages.ts";
import { useHref } from "../../address/useView.ts";
import { countText, intervalText, rateText, secondsText } from "../../text/numbers.ts";
import { SidePanel } from "../../ui/SidePanel.tsx";
import { LessonBar } from "./LessonBar.tsx";

const segments = [
  { key: "viewed", label: "Viewed it" },
  { key: "completed", label: "Completed it" },
  { key: "viewedNotCompleted", label: "Viewed and did not complete it" },
  { key: "stillActive", label: "of those: still active here" },
  { key: "movedOn", label: "of those: moved on to a later lesson" },
  { key: "stoppedHere", label: "of those: stopped here" },
] as const;

interface Props {
  readonly course: string;
  readonly lesson: LessonReport | undefined;
  close(): void;
}

/** One lesson: its viewers by what became of them, each with the people behind. */
export function LessonDrawer({ course, lesson, close }: Props) {
  const href = useHref();
  return (
    <SidePanel isOpen={lesson !== undefined} close={close} title={lesson?.title ?? "Lesson"}>
      {lesson === undefined ? null : (
        <div className="md-drawer">
          <p className="md-quiet">
            Lesson {lesson.position}
            {lesson.section === null ? "" : ` · ${lesson.section}`}
            {lesson.required ? "" : " · optional"}
          </p>
          <LessonBar lesson={lesson} widest={lesson.viewed} />
          <ul className="md-segments">
            {segments.map(({ key, label }) => (
              <li key={key}>
                <PageLink
                  href={href(pages.course(course), {
                    tab: "learners",
                    lesson: lesson.lesson,
                    segment: key,
                  })}
                >
                  {label}
                </PageLink>
                <strong>{countText(lesson[key])}</strong>
              </li>
            ))}
          </ul>
          <dl className="md-facts">
            <dt>Reach</dt>
            <dd>
              {rateText(lesson.reachRate)} of {countText(lesson.available)} who could view it
            </dd>
            <dt>Drop-off</dt>
            <dd>
              {rateText(lesson.dropOffRate)} (95 %:{" "}
              {intervalText(lesson.dropOffRateLow, lesson.dropOffRateHigh)}), settled{" "}
              {rateText(lesson.settledDropOffRate)}
            </dd>
            <dt>Median time</dt>
            <dd>
              {lesson.medianSeconds === null
                ? "Nobody completed it yet"
                : secondsText(lesson.medianSeconds)}
            </dd>
          </dl>
        </div>
      )}
    </SidePanel>
  );
}
