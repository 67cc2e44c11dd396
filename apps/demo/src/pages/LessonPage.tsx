import type { CourseProgressPage } from "@milepost/client";
import {
  CompletionToggle,
  CourseOutline,
  CourseProgress,
  SyncStatus,
  useLessonView,
} from "@milepost/react";
import { useRef } from "react";
import { addressOf, completionAddress } from "./addresses.ts";
import type { PageContent, PageData } from "./PageData.ts";
import { Tracked } from "./Tracked.tsx";

type Lesson = Extract<PageContent, { name: "lesson" }>;

/** A lesson to read, the course beside it, and the button that completes it. */
export function LessonPage({ data, content }: { data: PageData; content: Lesson }) {
  const { page, lesson } = content;
  return (
    <Tracked page={page} now={data.now}>
      <div className="lesson">
        <div className="lesson-side">
          <a className="back" href={addressOf({ to: "course", course: page.course })}>
            {page.title}
          </a>
          <CourseProgress labelHidden variant="segmented" />
        </div>
        <Text content={content} />
        <aside className="lesson-outline" aria-label="The course">
          <CourseOutline current={lesson} headingLevel={2} />
        </aside>
      </div>
    </Tracked>
  );
}

function Text({ content }: { content: Lesson }) {
  const { page, lesson, html } = content;
  const article = useRef<HTMLElement>(null);
  useLessonView(lesson, { element: article });
  const at = page.lessons.findIndex(({ id }) => id === lesson);
  const shown = page.lessons[at] ?? page.retiredLessons.find(({ id }) => id === lesson);
  return (
    <article ref={article} className="lesson-text">
      <p className="eyebrow">{shown?.section}</p>
      <h1>{shown?.title}</h1>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a file of the academy's own */}
      <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
      <div className="lesson-end">
        <CompletionToggle lesson={lesson} action={completionAddress(page.course, lesson)} />
        <SyncStatus />
        <nav className="around" aria-label="Other lessons">
          <Neighbor page={page} at={at - 1} label="Previous" />
          <Neighbor page={page} at={at + 1} label="Next" />
        </nav>
      </div>
    </article>
  );
}

function Neighbor({ page, at, label }: { page: CourseProgressPage; at: number; label: string }) {
  const lesson = page.lessons[at];
  if (lesson === undefined) return <span />;
  return (
    <a href={addressOf({ to: "lesson", course: page.course, lesson: lesson.id })}>
      <span className="quiet">{label}</span>
      {lesson.title}
    </a>
  );
}
