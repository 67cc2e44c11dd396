import "../messages/enMore.ts";
import { useId, useState } from "react";
import { useProgress } from "../provider/ProgressContext.ts";
import type { LessonView } from "../view/readView.ts";
import { groupBySection, type OutlineSection } from "./groupBySection.ts";
import { StatusMark } from "./LessonStatus.tsx";
import { LoadFailed } from "./LoadFailed.tsx";

export interface CourseOutlineProps {
  /** Id of the lesson that the page shows. */
  readonly current?: string | undefined;
  /** Sections fold. False when omitted: without a script nothing unfolds. */
  readonly collapsible?: boolean | undefined;
  /** Level of the headings, 2–6. 3 when omitted. */
  readonly headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined;
  /** Names the landmark; `Lessons` when omitted. A page with several outlines names each. */
  readonly label?: string | undefined;
}

/** The lessons of the course by section, each with its mark; retired ones where completed. */
export function CourseOutline({
  current,
  collapsible,
  headingLevel = 3,
  label,
}: CourseOutlineProps) {
  const { state, view, texts } = useProgress();
  if (view === null) {
    if (state.phase === "error") return <LoadFailed />;
    return <div className="lp lp-outline lp-skeleton" data-state="loading" aria-busy="true" />;
  }
  const sections = groupBySection(view.lessons, texts.text("otherLessons"));
  const shared = { current, collapsible: collapsible === true, headingLevel };
  return (
    <nav className="lp lp-outline" part="outline" aria-label={label ?? texts.text("outline")}>
      {sections.map((section) => (
        <Section key={section.lessons[0]?.id} section={section} {...shared} />
      ))}
      {view.retired.length === 0 ? null : (
        <Section
          section={{ title: texts.text("retiredLessons"), lessons: view.retired, counts: null }}
          {...shared}
        />
      )}
    </nav>
  );
}

interface SectionProps {
  readonly section: OutlineSection;
  readonly current: string | undefined;
  readonly collapsible: boolean;
  readonly headingLevel: number;
}

function Section({ section, current, collapsible, headingLevel }: SectionProps) {
  const { texts } = useProgress();
  const [isOpen, setOpen] = useState(true);
  const id = useId();
  const { title, lessons, counts } = section;
  const Heading = `h${headingLevel}` as "h3";
  const count =
    counts === null ? null : (
      <span className="lp-section-count">
        <span aria-hidden="true">{texts.text("sectionCount", counts)}</span>
        <span className="lp-hidden">{texts.text("sectionSpoken", counts)}</span>
      </span>
    );
  return (
    <section className="lp-section" part="section">
      <Heading className="lp-section-title">
        {collapsible ? (
          <button
            type="button"
            className="lp-section-button"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            <span dir="auto">{title}</span> {count}
          </button>
        ) : (
          <>
            <span dir="auto">{title}</span> {count}
          </>
        )}
      </Heading>
      <ol className="lp-lessons" id={id} hidden={!isOpen}>
        {lessons.map((lesson) => (
          <li key={lesson.id}>
            <LessonLine lesson={lesson} isCurrent={lesson.id === current} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function LessonLine({ lesson, isCurrent }: { lesson: LessonView; isCurrent: boolean }) {
  const { view, texts, hrefFor } = useProgress();
  const { status, id } = lesson;
  const course = view?.page.course ?? "";
  const isLink = status !== "retired" && status !== "locked" && status !== "not-open";
  const href = isLink ? hrefFor({ to: "lesson", course, lesson: id }) : null;
  const inside = (
    <>
      <span className="lp-lesson-title" dir="auto">
        {lesson.title}
      </span>
      {lesson.required ? null : <span className="lp-optional">{texts.text("optional")}</span>}
      <StatusMark lesson={lesson} showText={status === "not-open" || status === "retired"} />
    </>
  );
  const shared = {
    className: "lp-lesson",
    part: "lesson",
    "data-state": status,
    "aria-current": isCurrent ? ("step" as const) : undefined,
  };
  return href === null ? (
    <span {...shared}>{inside}</span>
  ) : (
    <a {...shared} href={href}>
      {inside}
    </a>
  );
}
