import { Button, TextInput } from "@mantine/core";
import type { CourseReport } from "@milepost/client";
import { IconSearch } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useView } from "../../address/useView.ts";
import { maturedDays, readCourses } from "../../api/reports.ts";
import { useAnswer } from "../../api/useAnswer.ts";
import { Page } from "../../shell/Page.tsx";
import { SavedViews } from "../../shell/SavedViews.tsx";
import { useScope } from "../../shell/Session.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { ExportButton } from "../../ui/ExportButton.tsx";
import { FirstRun } from "../../ui/FirstRun.tsx";
import { NewerBar } from "../../ui/NewerBar.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { useSelection } from "../../ui/table/useSelection.ts";
import { Widget } from "../../ui/Widget.tsx";
import CourseTable from "./CourseTable.tsx";

const Compare = lazy(() => import("./Compare.tsx"));

/** Every course, a row each, and the curves of those that are ticked. */
export default function Courses() {
  const { view, change } = useView();
  const scope = useScope();
  const courses = useAnswer("rows", ["courses", scope], () => readCourses(scope), { keep: true });
  const compared = view.compare?.split(",").map(decodeURIComponent) ?? [];
  return (
    <Page
      title="Courses"
      actions={
        <>
          <SavedViews page="courses" />
          <ShareButton />
          <ExportButton path="/v1/reports/courses" query={{ ...scope, maturedDays }} />
        </>
      }
    >
      {compared.length > 1 ? (
        <Suspense fallback={null}>
          <Compare
            courses={compared.slice(0, 4)}
            titles={new Map(courses.data?.items.map(({ course, title }) => [course, title]))}
            close={() => change({ compare: undefined })}
          />
        </Suspense>
      ) : null}
      <NewerBar />
      <Widget answer={courses} height={420}>
        {({ items }) => (items.length === 0 ? <FirstRun /> : <Found rows={items} />)}
      </Widget>
    </Page>
  );
}

/** The courses that match what is searched for, of which two to four can be compared. */
function Found({ rows }: { rows: readonly CourseReport[] }) {
  const { view, change } = useView();
  const selection = useSelection();
  const ticked = [...selection.ids];
  const search = view.search?.toLowerCase() ?? "";
  const found = rows.filter(({ title, course }) =>
    `${title} ${course}`.toLowerCase().includes(search),
  );
  const toolbar = (
    <>
      <TextInput
        size="xs"
        type="search"
        aria-label="Search courses"
        placeholder="Search courses"
        leftSection={<IconSearch size={14} aria-hidden />}
        data-shortcut="search"
        value={view.search ?? ""}
        onChange={({ currentTarget }) =>
          change({ search: currentTarget.value || undefined }, { replace: true })
        }
      />
      <Button
        size="xs"
        variant="default"
        disabled={ticked.length < 2 || ticked.length > 4}
        onClick={() => change({ compare: ticked.map(encodeURIComponent).join(",") })}
      >
        {ticked.length > 4 ? "Compare at most four" : "Compare"}
      </Button>
    </>
  );
  return (
    <>
      <CourseTable rows={found} selection={selection} toolbar={toolbar} />
      {found.length === 0 ? (
        <Empty
          title={`0 of ${rows.length} courses match`}
          action={{ label: "Clear the search", run: () => change({ search: undefined }) }}
        />
      ) : null}
    </>
  );
}
