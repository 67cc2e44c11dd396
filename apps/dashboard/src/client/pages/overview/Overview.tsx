import type { UseQueryResult } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { PageLink } from "../../address/PageLink.tsx";
import { pages } from "../../address/pages.ts";
import { useHref } from "../../address/useView.ts";
import {
  maturedDays,
  readActivity,
  readCourses,
  readDeadlines,
  readOverview,
  type WindowQuery,
} from "../../api/reports.ts";
import { useAnswer } from "../../api/useAnswer.ts";
import { Page } from "../../shell/Page.tsx";
import { SavedViews } from "../../shell/SavedViews.tsx";
import { useScope, useScopeNow } from "../../shell/Session.tsx";
import { countText } from "../../text/numbers.ts";
import { ExportButton } from "../../ui/ExportButton.tsx";
import { FirstRun } from "../../ui/FirstRun.tsx";
import { NewerBar } from "../../ui/NewerBar.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { PresentOnly } from "../../ui/PresentOnly.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { Widget } from "../../ui/Widget.tsx";
import { Attention } from "./Attention.tsx";
import { Cards } from "./Cards.tsx";
import { overviewSentence } from "./overviewSentence.ts";

const CourseTable = lazy(() => import("../courses/CourseTable.tsx"));
const Upcoming = lazy(() => import("./Upcoming.tsx"));

/** What needs the administrator today. */
export function Overview() {
  const only = useScopeNow();
  const overview = useAnswer("figures", ["overview", only], () => readOverview(only), {
    keep: true,
  });
  const scope = useScope();
  const courses = useAnswer("rows", ["courses", scope], () => readCourses(scope), { keep: true });
  const sentence = overview.data === undefined ? "" : overviewSentence(overview.data);
  if (courses.data?.items.length === 0 && Object.keys(scope).length === 0) {
    return (
      <Page title="Overview">
        <FirstRun />
      </Page>
    );
  }
  return (
    <Page
      title="Overview"
      about={<span className="md-sentence">{sentence}</span>}
      actions={
        <>
          <SavedViews page="overview" />
          <ShareButton />
          <ExportButton path="/v1/reports/courses" query={{ ...scope, maturedDays }} />
        </>
      }
    >
      <PresentOnly what="What needs attention today" />
      <Widget answer={overview} height={150}>
        {(data) => (
          <>
            <Cards report={data} />
            <Attention report={data} />
          </>
        )}
      </Widget>
      <NewerBar />
      <CoursesPanel courses={courses} only={only} />
      <UpcomingPanel only={only} />
    </Page>
  );
}

type Courses = UseQueryResult<Awaited<ReturnType<typeof readCourses>>>;

/** The courses, worst first, with how the last twelve weeks went. */
function CoursesPanel({ courses, only }: { courses: Courses; only: WindowQuery }) {
  const href = useHref();
  const activity = useAnswer("figures", ["activity", only], () => readActivity(only));
  return (
    <Panel
      title="Courses"
      flush
      actions={
        <PageLink className="md-button" href={href(pages.courses())}>
          All courses, and compare
        </PageLink>
      }
    >
      <Widget answer={courses} height={420}>
        {({ items }) => (
          <Suspense fallback={<div style={{ minHeight: 420 }} aria-busy="true" />}>
            <CourseTable rows={items} activity={activity.data} maxHeight={420} />
          </Suspense>
        )}
      </Widget>
    </Panel>
  );
}

function UpcomingPanel({ only }: { only: WindowQuery }) {
  const deadlines = useAnswer("figures", ["deadlines", only], () => readDeadlines(only));
  const n = deadlines.data?.upcoming.reduce((sum, { due }) => sum + due, 0);
  return (
    <Panel
      title="Upcoming deadlines"
      about={n === undefined ? undefined : `${countText(n)} fall due in the next six weeks`}
    >
      <Widget answer={deadlines} height={220}>
        {(data) => (
          <Suspense fallback={<div style={{ minHeight: 220 }} aria-busy="true" />}>
            <Upcoming days={data.upcoming} />
          </Suspense>
        )}
      </Widget>
    </Panel>
  );
}
