import { lazy, Suspense } from "react";
import { PageLink } from "../../address/PageLink.tsx";
import { pages } from "../../address/pages.ts";
import { useHref, useView } from "../../address/useView.ts";
import { oneOf } from "../../address/view.ts";
import { readCourse } from "../../api/reports.ts";
import { useAnswer } from "../../api/useAnswer.ts";
import { Page } from "../../shell/Page.tsx";
import { SavedViews } from "../../shell/SavedViews.tsx";
import { useScope } from "../../shell/Session.tsx";
import { countOf } from "../../text/numbers.ts";
import { PageTabs } from "../../ui/PageTabs.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { Widget } from "../../ui/Widget.tsx";
import { CourseHead } from "./CourseHead.tsx";

const tabs = {
  lessons: { label: "Lessons", Content: lazy(() => import("./LessonsTab.tsx")) },
  time: { label: "Time to complete", Content: lazy(() => import("./TimeTab.tsx")) },
  cohorts: { label: "Cohorts", Content: lazy(() => import("./CohortsTab.tsx")) },
  deadlines: { label: "Deadlines", Content: lazy(() => import("./DeadlinesTab.tsx")) },
  learners: { label: "Learners", Content: lazy(() => import("./LearnersTab.tsx")) },
  changes: { label: "Changes", Content: lazy(() => import("./ChangesTab.tsx")) },
} as const;

type TabName = keyof typeof tabs;
const names = Object.keys(tabs) as [TabName, ...TabName[]];

/** One course: how its attempts stand, and under its tabs why. */
export default function Course({ course }: { course: string }) {
  const { view, change } = useView();
  const href = useHref();
  const scope = useScope();
  const report = useAnswer("figures", ["course", course, scope], () => readCourse(course, scope));
  const tab = oneOf(names, view.tab);
  const { Content } = tabs[tab];
  const { data } = report;
  return (
    <Page
      title={data?.title ?? course}
      above={
        <nav aria-label="Above" className="md-above">
          <PageLink href={href(pages.courses())}>Courses</PageLink>
        </nav>
      }
      about={
        data === undefined
          ? null
          : `Version ${data.outlineVersion} · ${countOf(data.totalLessons, "required lesson")}`
      }
      actions={
        <>
          <PageLink href={href(pages.outline(course))} className="md-button">
            Edit outline
          </PageLink>
          <SavedViews page="course" />
          <ShareButton />
        </>
      }
    >
      <Widget answer={report} height={150}>
        {(data) => <CourseHead report={data} />}
      </Widget>
      <PageTabs tabs={tabs} tab={tab} choose={(next) => change(only(next))}>
        <Suspense fallback={<div style={{ minHeight: 400 }} aria-busy="true" />}>
          <Content course={course} />
        </Suspense>
      </PageTabs>
    </Page>
  );
}

/** The tab, without what was chosen within another one. */
function only(tab: string | undefined) {
  const none = { state: undefined, sort: undefined, order: undefined, search: undefined };
  const nothing = { lesson: undefined, segment: undefined, drawer: undefined, by: undefined };
  const days = { minDays: undefined, maxDays: undefined, dueFrom: undefined, dueBefore: undefined };
  return { ...none, ...nothing, ...days, tab };
}
