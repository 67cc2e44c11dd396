import type { DataHealth } from "@milepost/client";
import { useMemo } from "react";
import { readDataHealth } from "../../api/reports.ts";
import { useAnswer } from "../../api/useAnswer.ts";
import { Page } from "../../shell/Page.tsx";
import { useZone } from "../../shell/Session.tsx";
import { countText, secondsText } from "../../text/numbers.ts";
import { AgoCell } from "../../ui/Cells.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import type { Column } from "../../ui/table/Column.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { Widget } from "../../ui/Widget.tsx";
import { HealthCards } from "./HealthCards.tsx";
import { healthSentence } from "./healthSentence.ts";

/** Whether it is the data or the people: what arrives, from where, and what is refused. */
export default function DataHealthPage() {
  const zone = useZone();
  const health = useAnswer("figures", ["data-health"], readDataHealth);
  return (
    <Page
      title="Data health"
      about={
        <span className="md-sentence">
          {health.data === undefined ? "" : healthSentence(health.data)}
        </span>
      }
      actions={<ShareButton />}
    >
      <Widget answer={health} height={520}>
        {(data) => (
          <>
            <HealthCards health={data} />
            <Sources sources={data.sources} />
            <Refusals refusals={data.refusals} zone={zone.label} />
          </>
        )}
      </Widget>
    </Page>
  );
}

type Source = DataHealth["sources"][number];

const sourceColumns: Column<Source>[] = [
  {
    id: "source",
    label: "Source",
    width: 200,
    cell: (row) => <strong>{row.source}</strong>,
  },
  {
    id: "state",
    label: "State",
    width: 150,
    cell: (row) =>
      row.isSilent ? <span className="md-warn">Stopped sending</span> : "Sending as usual",
  },
  {
    id: "received",
    label: "Last received",
    width: 140,
    cell: (row) => <AgoCell at={row.lastReceivedAt} />,
  },
  {
    id: "event",
    label: "Last event",
    width: 140,
    cell: (row) => <AgoCell at={row.lastEventAt} none="None recorded" />,
  },
  count("recorded", "Recorded, 24 h", (row) => row.recorded24h),
  count("unchanged", "Duplicates", (row) => row.unchanged24h),
  count("refused", "Refused", (row) => row.refused24h),
  count("clamped", "Ahead of our clock", (row) => row.clamped24h),
  {
    id: "lag",
    label: "Lag p50 / p95",
    width: 150,
    numeric: true,
    cell: ({ lagSeconds }) =>
      lagSeconds === null ? (
        <span className="md-quiet">–</span>
      ) : (
        `${secondsText(lagSeconds.p50)} / ${secondsText(lagSeconds.p95)}`
      ),
  },
];

function count(id: string, label: string, value: (row: Source) => number): Column<Source> {
  return { id, label, width: 140, numeric: true, cell: (row) => countText(value(row)) };
}

function Sources({ sources }: { sources: readonly Source[] }) {
  return (
    <Panel
      title="Sources"
      flush
      about="Counted as they are sent to this server: imports by the command line are not."
    >
      {sources.length === 0 ? (
        <Empty title="Nothing has been sent in the last 30 days" />
      ) : (
        <DataTable
          name="sources"
          caption="Sources"
          columns={sourceColumns}
          rows={sources}
          rowId={({ source }) => source}
          rowLabel={({ source }) => source}
          total={sources.length}
          maxHeight={420}
        />
      )}
    </Panel>
  );
}

type Refusal = DataHealth["refusals"][number];

function Refusals({ refusals, zone }: { refusals: readonly Refusal[]; zone: string }) {
  const columns = useMemo<Column<Refusal>[]>(
    () => [
      { id: "source", label: "Source", width: 200, cell: (row) => row.source },
      { id: "code", label: "Why", width: 260, cell: (row) => <code>{row.code}</code> },
      { id: "n", label: "Times", width: 110, numeric: true, cell: (row) => countText(row.n) },
      {
        id: "last",
        label: `Last (${zone})`,
        width: 180,
        cell: (row) => <AgoCell at={row.lastAt} />,
      },
    ],
    [zone],
  );
  return (
    <Panel title="Refused in the last 7 days" flush>
      {refusals.length === 0 ? (
        <Empty title="Nothing was refused" />
      ) : (
        <DataTable
          name="refusals"
          caption="Refused in the last 7 days"
          columns={columns}
          rows={refusals}
          rowId={({ source, code }) => `${source} ${code}`}
          rowLabel={({ source, code }) => `${source}, ${code}`}
          total={refusals.length}
          maxHeight={420}
        />
      )}
    </Panel>
  );
}
