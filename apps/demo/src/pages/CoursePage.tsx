import {
  CertificateStatus,
  CourseOutline,
  CourseProgress,
  DueBadge,
  ResumeButton,
  SyncStatus,
} from "@milepost/react";
import type { PageContent, PageData } from "./PageData.ts";
import { Tracked } from "./Tracked.tsx";

type Course = Extract<PageContent, { name: "course" }>;

/** One course: how far the learner is, where they go on, and every lesson. */
export function CoursePage({ data, content }: { data: PageData; content: Course }) {
  const { page, about } = content;
  return (
    <Tracked page={page} now={data.now}>
      <div className="course">
        <div className="course-head">
          <h1>{page.title}</h1>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a file of the academy's own */}
          <div className="about" dangerouslySetInnerHTML={{ __html: about }} />
        </div>
        <aside className="course-side" aria-label="Your progress">
          <CourseProgress labelHidden />
          <DueBadge />
          <ResumeButton />
          <CertificateStatus />
          <SyncStatus />
        </aside>
        <div className="course-outline">
          <h2>Lessons</h2>
          <CourseOutline />
        </div>
      </div>
    </Tracked>
  );
}
