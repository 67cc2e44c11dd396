import type { TimeToComplete } from "@milepost/client";
import { finishersView } from "../../address/behind.ts";
import { pages } from "../../address/pages.ts";
import { useHref } from "../../address/useView.ts";
import { ColumnChart } from "../../charts/ColumnChart.tsx";
import { countOf, countText } from "../../text/numbers.ts";
import { Panel } from "../../ui/Panel.tsx";
import { type FinisherBin, finisherBins } from "./finisherBins.ts";
import { binText, finishersSentence } from "./finishersSentence.ts";

/** How long those took who have finished, which says nothing of who is still going. */
export function FinishersPanel({ report }: { report: TimeToComplete }) {
  const href = useHref();
  const { course, from, curve, finishers } = report;
  const bins = finisherBins(curve);
  if (bins.length === 0) return null;
  return (
    <Panel
      title="Finishers only, by the days they took"
      explain={{ of: "finishers", n: finishers.n }}
    >
      <ColumnChart
        name="Finishers by days"
        caption={finishersSentence(report, bins)}
        height={180}
        format={countText}
        columns={bins.map((bin) => ({
          key: String(bin.fewest),
          label: labelOf(bin),
          value: bin.finishers,
          said: `${binText(bin)}: ${countOf(bin.finishers, "finisher")}`,
          href: href(pages.course(course), finishersView(from, bin.most, bin.fewest)),
        }))}
        table={{
          head: ["Days taken", "Finishers"],
          rows: bins.map((bin) => [binText(bin), countText(bin.finishers)]),
        }}
      />
    </Panel>
  );
}

/** What stands below a column, where there is little room. */
function labelOf({ fewest, most }: FinisherBin): string {
  if (most === null) return `> ${fewest - 1}`;
  if (fewest === 0) return `≤ ${most}`;
  return fewest === most ? String(most) : `${fewest}–${most}`;
}
