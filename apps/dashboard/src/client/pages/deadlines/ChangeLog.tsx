import type { ManualChange } from "@milepost/client";
import { useMemo } from "react";
import { pages } from "../../address/pages.ts";
import { goTo, useHref } from "../../address/useView.ts";
import { readChanges } from "../../api/reports.ts";
import { useRows } from "../../api/useRows.ts";
import { useScope, useZone } from "../../shell/Session.tsx";
import { instantText } from "../../text/times.ts";
import { Empty } from "../../ui/Empty.tsx";
import { ExportButton } from "../../ui/ExportButton.tsx";
import { PersonLink, personName } from "../../ui/PersonLink.tsx";
import { PresentOnly } from "../../ui/PresentOnly.tsx";
import type { Column } from "../../ui/table/Column.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { Widget } from "../../ui/Widget.tsx";

type ChangesAnswer = Awaited<ReturnType<typeof readChanges>>;

/** What was done by hand: deadlines moved, exemptions given and taken back, withdrawals. */
export function ChangeLog({ course }: { course?: string | undefined }) {
  const { group } = useScope();
  const query = useMemo(
    () => ({
      ...(group === undefined ? {} : { group }),
      ...(course === undefined ? {} : { course }),
    }),
    [group, course],
  );
  const href = useHref();
  const { answer, rows, more } = useRows<ManualChange, ChangesAnswer>(["changes", query], (after) =>
    readChanges(query, after),
  );
  return (
    <>
      <PresentOnly what="This log" ofAll />
      <Widget answer={answer} height={420}>
        {() => (
          <>
            <DataTable
              name="changes"
              caption="Extensions, exemptions and withdrawals"
              columns={columns}
              rows={rows}
              rowId={({ id }) => id}
              rowLabel={personName}
              total={null}
              more={more}
              onOpen={({ learner }) => {
                if (learner !== null) goTo(href(pages.learner(learner)));
              }}
              toolbar={<ExportButton path="/v1/reports/changes" query={query} />}
            />
            {rows.length === 0 ? <Empty title="Nothing has been changed by hand yet" /> : null}
          </>
        )}
      </Widget>
    </>
  );
}

const typeNames: Readonly<Record<ManualChange["type"], string>> = {
  "deadline.moved": "Deadline moved",
  "enrollment.exempted": "Exempted",
  "enrollment.reinstated": "Reinstated",
  "enrollment.withdrawn": "Withdrawn",
};

const columns: Column<ManualChange>[] = [
  {
    id: "learner",
    label: "Learner",
    width: 200,
    cell: (row) => <PersonLink learner={row.learner} name={row.name} />,
  },
  { id: "what", label: "What", width: 270, cell: (row) => <What row={row} /> },
  { id: "reason", label: "Reason", width: 220, cell: (row) => row.reason ?? <None /> },
  { id: "course", label: "Course", width: 200, cell: (row) => row.courseTitle },
  { id: "when", label: "When", width: 170, cell: (row) => <When at={row.receivedAt} /> },
  { id: "actor", label: "By", width: 160, cell: (row) => row.actor ?? <None /> },
];

function None() {
  return <span className="md-quiet">–</span>;
}

function When({ at }: { at: string }) {
  return <time dateTime={at}>{instantText(at, useZone())}</time>;
}

function What({ row }: { row: ManualChange }) {
  const zone = useZone();
  const text = (at: string | null) => (at === null ? "none" : instantText(at, zone));
  return (
    <span className="md-two">
      <span>{typeNames[row.type]}</span>
      {row.type === "deadline.moved" ? (
        <span className="md-quiet">
          {text(row.data.from)} → {text(row.data.to)}
        </span>
      ) : null}
    </span>
  );
}
