import type { OverviewReport } from "@milepost/client";
import { PageLink } from "../../address/PageLink.tsx";
import { pages } from "../../address/pages.ts";
import { type Href, useHref } from "../../address/useView.ts";
import { countText, rateText } from "../../text/numbers.ts";
import { Panel } from "../../ui/Panel.tsx";

interface Row {
  readonly what: string;
  readonly href: string;
  readonly why: string;
  readonly rule: string;
}

/** What to look at first, at most five rows, each with the rule that put it here. */
export function Attention({ report }: { report: OverviewReport }) {
  const href = useHref();
  const rows = rowsOf(report, href);
  if (rows.length === 0) return null;
  return (
    <Panel title="Needs attention">
      <ul className="md-attention">
        {rows.map(({ what, href: to, why, rule }) => (
          <li key={rule}>
            <PageLink href={to} className="md-link md-strong">
              {what}
            </PageLink>
            <span>{why}</span>
            <span className="md-quiet">{rule}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function rowsOf({ overdue, attention }: OverviewReport, href: Href): Row[] {
  const rows: Row[] = [];
  if (overdue.course !== null) {
    const { course, title, overdue: n } = overdue.course;
    rows.push({
      what: title,
      href: href(pages.course(course), { tab: "learners", state: "overdue" }),
      why: `${countText(n)} overdue`,
      rule: "Largest overdue count",
    });
  }
  const worst = attention.worstLesson;
  if (worst !== null) {
    rows.push({
      what: worst.title,
      href: href(pages.course(worst.course), { drawer: worst.lesson }),
      why:
        `${rateText(worst.stoppedHereRate)} of ${countText(worst.viewed)} stopped here ` +
        `(${worst.courseTitle})`,
      rule: "Worst stopped-here rate, by its lower bound",
    });
  }
  return rows;
}
