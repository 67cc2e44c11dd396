import { Select } from "@mantine/core";
import { useView } from "../../address/useView.ts";
import { oneOf } from "../../address/view.ts";
import { readCourseNames } from "../../api/reports.ts";
import { useAnswer } from "../../api/useAnswer.ts";
import { Page } from "../../shell/Page.tsx";
import { SavedViews } from "../../shell/SavedViews.tsx";
import { useZone } from "../../shell/Session.tsx";
import { PageTabs } from "../../ui/PageTabs.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { ChangeLog } from "./ChangeLog.tsx";
import { DueNextTab } from "./DueNextTab.tsx";
import { HistoryTab } from "./HistoryTab.tsx";
import { OverdueTab } from "./OverdueTab.tsx";

const tabs = {
  overdue: { label: "Overdue", Content: OverdueTab },
  next: { label: "Due next", Content: DueNextTab },
  changes: { label: "Extensions & exemptions", Content: ChangeLog },
  history: { label: "On time", Content: HistoryTab },
} as const;
type TabName = keyof typeof tabs;
const names = Object.keys(tabs) as [TabName, ...TabName[]];

/** What is chosen within one tab does not count in another. */
const unfiltered = {
  days: undefined,
  minDays: undefined,
  maxDays: undefined,
  dueFrom: undefined,
  dueBefore: undefined,
};

/** Where deadlines are worked on: who is late, who is about to be, and what was done about it. */
export default function Deadlines() {
  const { view, change } = useView();
  const zone = useZone();
  const tab = oneOf(names, view.tab);
  const { Content } = tabs[tab];
  const courses = useAnswer("fixed", ["course-names"], readCourseNames);
  return (
    <Page
      title="Deadlines"
      about={`Dates in ${zone.label}; a deadline of another zone says so`}
      actions={
        <>
          <Select
            size="xs"
            w={230}
            aria-label="Course"
            placeholder="Every course"
            searchable
            clearable
            limit={100}
            data={(courses.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
            value={view.course ?? null}
            onChange={(course) => change({ course: course ?? undefined })}
          />
          <SavedViews page="deadlines" />
          <ShareButton />
        </>
      }
    >
      <PageTabs tabs={tabs} tab={tab} choose={(next) => change({ ...unfiltered, tab: next })}>
        <div className="md-stack">
          <Content course={view.course} />
        </div>
      </PageTabs>
    </Page>
  );
}
