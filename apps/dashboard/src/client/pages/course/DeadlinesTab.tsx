import { PageLink } from "../../address/PageLink.tsx";
import { pages } from "../../address/pages.ts";
import { useHref } from "../../address/useView.ts";
import { ChangeLog } from "../deadlines/ChangeLog.tsx";
import { HistoryTab } from "../deadlines/HistoryTab.tsx";
import { OverdueTab } from "../deadlines/OverdueTab.tsx";

/** The deadlines of one course: on time by month, who is overdue, and what was changed by hand. */
export default function DeadlinesTab({ course }: { course: string }) {
  const href = useHref();
  return (
    <div className="md-stack">
      <HistoryTab course={course} />
      <OverdueTab course={course} />
      <p>
        <PageLink href={href(pages.deadlines(), { course, tab: "next" })}>
          Who is due next in this course
        </PageLink>
      </p>
      <h2 className="md-heading">Extensions and exemptions</h2>
      <ChangeLog course={course} />
    </div>
  );
}
