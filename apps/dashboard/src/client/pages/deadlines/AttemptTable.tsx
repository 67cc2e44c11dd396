import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { PageLink } from "../../address/PageLink.tsx";
import { pages } from "../../address/pages.ts";
import { goTo, useHref, useView } from "../../address/useView.ts";
import { type Act, mostTargets, type Target } from "../../api/acts.ts";
import { countText } from "../../text/numbers.ts";
import { DueCell } from "../../ui/DueCell.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { ExportButton } from "../../ui/ExportButton.tsx";
import { NewerBar } from "../../ui/NewerBar.tsx";
import { PersonLink, personName } from "../../ui/PersonLink.tsx";
import type { Column } from "../../ui/table/Column.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { useSelection } from "../../ui/table/useSelection.ts";
import { ActDialog } from "./ActDialog.tsx";

/** What the lists of deadlines have in common. */
export interface AttemptRow {
  readonly learner: string | null;
  readonly name: string | null;
  readonly course: string;
  readonly courseTitle: string;
  readonly attempt: number;
  readonly dueAt: string | null;
  readonly timeZone: string | null;
}

/** The columns that say whose attempt it is, and at what. */
export const whoColumns: Column<AttemptRow>[] = [
  {
    id: "learner",
    label: "Learner",
    width: 210,
    cell: (row) => <PersonLink learner={row.learner} name={row.name} />,
  },
  { id: "course", label: "Course", width: 220, cell: (row) => <CourseCell row={row} /> },
];
export const dueColumn: Column<AttemptRow> = {
  id: "due",
  label: "Due",
  width: 240,
  cell: (row) => <DueCell at={row.dueAt} timeZone={row.timeZone} />,
};
/** Those of a list by deadline. */
export const attemptColumns: readonly Column<AttemptRow>[] = [...whoColumns, dueColumn];

function CourseCell({ row }: { row: AttemptRow }) {
  const href = useHref();
  return (
    <PageLink href={href(pages.course(row.course))} tabIndex={-1}>
      {row.courseTitle}
    </PageLink>
  );
}

interface Props<Row> {
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly total: number;
  readonly more: { readonly isLoading: boolean; load(): void } | undefined;
  /** Reads all that match, for who selects them all. */
  every(): Promise<readonly Row[]>;
  readonly csv: { readonly path: string; readonly query: object };
  /** What the list is filtered by, to stand before what is done with the selection. */
  readonly filters?: ReactNode;
  /** What is said where there is no row. */
  readonly none: string;
}

const rowId = (row: AttemptRow) => JSON.stringify([row.course, row.learner, row.attempt]);

/** A list of attempts by deadline, from which some are extended or exempted. */
export function AttemptTable<Row extends AttemptRow>(props: Props<Row>) {
  const { rows, total, csv } = props;
  const href = useHref();
  const { view } = useView();
  const selection = useSelection();
  // Beyond the rows that are read: whom “all that match” has brought.
  const [known, setKnown] = useState<ReadonlyMap<string, AttemptRow>>(new Map());
  const [kind, setKind] = useState<Act["kind"] | null>(null);
  const byId = new Map<string, AttemptRow>([
    ...known,
    ...rows.map((row) => [rowId(row), row] as const),
  ]);
  const selected = [...selection.ids].flatMap((id) => byId.get(id) ?? []);
  const selectAll = async () => {
    const every = new Map((await props.every()).map((row) => [rowId(row), row] as const));
    setKnown(every);
    selection.set(every.keys());
  };
  // What was done to the present cannot be done to the past.
  const isPresent = view.asOf === undefined;
  return (
    <>
      <NewerBar />
      <DataTable
        name={props.name}
        caption={props.caption}
        columns={props.columns}
        rows={rows}
        rowId={rowId}
        rowLabel={personName}
        total={total}
        more={props.more}
        selection={isPresent ? selection : undefined}
        onOpen={({ learner }) => {
          if (learner !== null) goTo(href(pages.learner(learner)));
        }}
        toolbar={
          <>
            {props.filters}
            {isPresent ? (
              <SelectionBar
                selected={selected.length}
                total={total}
                onAct={setKind}
                onAll={selectAll}
                onClear={selection.clear}
              />
            ) : null}
            <ExportButton {...csv} />
          </>
        }
      />
      {total === 0 ? <Empty title={props.none} /> : null}
      <ActDialog kind={kind} rows={selected} close={() => setKind(null)} onDone={selection.clear} />
    </>
  );
}

interface BarProps {
  readonly selected: number;
  readonly total: number;
  onAct(kind: Act["kind"]): void;
  onAll(): Promise<void>;
  onClear(): void;
}

/** What is selected, how to select all that match, and what is done with them. */
function SelectionBar({ selected, total, onAct, onAll, onClear }: BarProps) {
  const [isLoading, setLoading] = useState(false);
  const all = () => {
    setLoading(true);
    void onAll().finally(() => setLoading(false));
  };
  return (
    <div className="md-selection">
      <span role="status">
        {selected === 0 ? "None selected" : `${countText(selected)} selected`}
      </span>
      {total > mostTargets ? (
        <span className="md-quiet">Narrow to {countText(mostTargets)} to select all</span>
      ) : (
        <Button variant="subtle" size="compact-xs" loading={isLoading} onClick={all}>
          Select all {countText(total)} matching
        </Button>
      )}
      {selected === 0 ? null : (
        <Button variant="subtle" color="gray" size="compact-xs" onClick={onClear}>
          Clear
        </Button>
      )}
      <Button size="xs" disabled={selected === 0} onClick={() => onAct("extend")}>
        Extend
      </Button>
      <Button size="xs" variant="default" disabled={selected === 0} onClick={() => onAct("exempt")}>
        Exempt
      </Button>
    </div>
  );
}

/** A row as the API takes it; who was erased cannot be named. */
export function targetOf(row: AttemptRow): Target | null {
  const { learner, course, attempt, dueAt } = row;
  return learner === null ? null : { learner, course, attempt, dueAt };
}
