import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import type { ListedLearner } from "@milepost/client";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { pages } from "../../address/pages.ts";
import { goTo, useHref, useView } from "../../address/useView.ts";
import { readLearnerList } from "../../api/learners.ts";
import { useRows } from "../../api/useRows.ts";
import { Empty } from "../../ui/Empty.tsx";
import { FirstRun } from "../../ui/FirstRun.tsx";
import { NewerBar } from "../../ui/NewerBar.tsx";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { Widget } from "../../ui/Widget.tsx";
import { personColumns } from "./personColumns.tsx";

type LearnerPage = Awaited<ReturnType<typeof readLearnerList>>;

/** Everybody, found by what their name or id begins with. */
export function Everybody() {
  const { view, change } = useView();
  const href = useHref();
  const search = view.search;
  const { answer, rows, more } = useRows<ListedLearner, LearnerPage>(
    ["learners-list", search],
    (after) => readLearnerList(search, after),
  );
  return (
    <>
      <SearchBox
        key="search"
        search={search}
        choose={(next) => change({ search: next }, { replace: true })}
      />
      <ScopeNote />
      <div className="md-rows">
        <NewerBar />
        <Widget answer={answer} height={520}>
          {() =>
            rows.length === 0 && search === undefined ? (
              <FirstRun />
            ) : rows.length === 0 ? (
              <Empty
                title={`Nobody is found for “${search}”`}
                action={{ label: "Show everybody", run: () => change({ search: undefined }) }}
              >
                It is looked for at the beginning of the name, of its second and third word, and of
                the id.
              </Empty>
            ) : (
              <DataTable
                name="learners"
                caption="Learners"
                columns={personColumns}
                rows={rows}
                rowId={({ id }) => id}
                rowLabel={({ name, id }) => name ?? id}
                total={more === undefined ? rows.length : null}
                more={more}
                onOpen={({ id }) => goTo(href(pages.learner(id)))}
              />
            )
          }
        </Widget>
      </div>
    </>
  );
}

interface SearchProps {
  readonly search: string | undefined;
  choose(search: string | undefined): void;
}

/** Asked once the writing pauses. What the address says stands here too, also after Back. */
function SearchBox({ search = "", choose }: SearchProps) {
  const [written, setWritten] = useState(search);
  const asked = useRef(search);
  const ask = useDebouncedCallback((next: string) => {
    asked.current = next;
    choose(next === "" ? undefined : next);
  }, 250);
  useEffect(() => {
    if (search !== asked.current) setWritten(search);
    asked.current = search;
  }, [search]);
  return (
    <TextInput
      type="search"
      className="md-search"
      aria-label="Search learners"
      placeholder="Name or id"
      data-shortcut="search"
      maxLength={100}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={<kbd aria-hidden>/</kbd>}
      rightSectionProps={{ className: "md-search-key" }}
      value={written}
      onChange={({ currentTarget }) => {
        setWritten(currentTarget.value);
        ask(currentTarget.value.trim());
      }}
    />
  );
}

/** The list knows no filters: better said than silently left out. */
function ScopeNote() {
  const { view } = useView();
  const { group, enrolledFrom, enrolledBefore, asOf } = view;
  if ([group, enrolledFrom, enrolledBefore, asOf].every((one) => one === undefined)) return null;
  return (
    <p className="md-stale" role="note">
      This list is of everybody: the filters that were chosen do not count here.
    </p>
  );
}
