import type { DataHealth, OverviewReport } from "@milepost/client";
import { PageLink } from "../../address/PageLink.tsx";
import { pages } from "../../address/pages.ts";
import { type Href, useHref } from "../../address/useView.ts";
import { readDataHealth } from "../../api/reports.ts";
import { useAnswer } from "../../api/useAnswer.ts";
import { countOf, countText, rateText } from "../../text/numbers.ts";
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
  const health = useAnswer("figures", ["data-health"], readDataHealth);
  const rows = [...rowsOf(report, href), ...healthRows(health.data, href)].slice(0, mostRows);
  if (rows.length === 0) return null;
  return (
    <Panel title="Needs attention">
      <ul className="md-attention">
        {rows.map(({ what, href: to, why, rule }) => (
          <li key={`${rule} ${what}`}>
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

const mostRows = 5;

/** What keeps the figures from being true: a source that stopped, a webhook that fails. */
function healthRows(health: DataHealth | undefined, href: Href): Row[] {
  if (health === undefined) return [];
  const to = href(pages.dataHealth());
  const silent = health.sources.filter(({ isSilent }) => isSilent);
  const rows = silent.map(({ source, lastReceivedAt }) => ({
    what: source,
    href: to,
    why: `sent nothing since ${lastReceivedAt.slice(0, 10)}`,
    rule: "A source that stopped sending",
  }));
  const { failing, waiting } = health.webhooks;
  if (failing === 0) return rows;
  const why = `${countOf(failing, "webhook")} failing, ${countOf(waiting, "event")} waiting`;
  return [...rows, { what: "Webhooks", href: to, why, rule: "Deliveries that fail" }];
}
