import { useView } from "../../address/useView.ts";
import { oneOf } from "../../address/view.ts";
import { Page } from "../../shell/Page.tsx";
import { SavedViews } from "../../shell/SavedViews.tsx";
import "../../styles/learner.css";
import { PageTabs } from "../../ui/PageTabs.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { Attempts } from "./Attempts.tsx";
import { Everybody } from "./Everybody.tsx";

const tabs = {
  everybody: { label: "Everybody", about: "By name. Open one to see how far they are." },
  attempts: {
    label: "Attempts",
    about: "Of all courses, a row for each course that somebody is at.",
  },
} as const;
type TabName = keyof typeof tabs;
const names = Object.keys(tabs) as [TabName, ...TabName[]];

/** What is chosen within one tab does not count in the other. */
const unfiltered = {
  search: undefined,
  state: undefined,
  dueFrom: undefined,
  dueBefore: undefined,
  completedFrom: undefined,
  completedBefore: undefined,
};

/** Who learns: everybody by name, or their attempts by how they stand. */
export default function Learners() {
  const { view, change } = useView();
  const tab = oneOf(names, view.tab);
  return (
    <Page
      title="Learners"
      about={tabs[tab].about}
      actions={
        <>
          <SavedViews page="learners" />
          <ShareButton />
        </>
      }
    >
      <PageTabs tabs={tabs} tab={tab} choose={(next) => change({ ...unfiltered, tab: next })}>
        <div className="md-stack">{tab === "attempts" ? <Attempts /> : <Everybody />}</div>
      </PageTabs>
    </Page>
  );
}
