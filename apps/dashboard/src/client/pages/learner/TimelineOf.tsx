import { Button } from "@mantine/core";
import type { CourseProgressPage, LedgerEntry } from "@milepost/client";
import { useMemo, useRef } from "react";
import { useView } from "../../address/useView.ts";
import { readTimeline } from "../../api/learners.ts";
import { useRows } from "../../api/useRows.ts";
import { useZone } from "../../shell/Session.tsx";
import { countOf } from "../../text/numbers.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Widget } from "../../ui/Widget.tsx";
import { EntryItem } from "./EntryItem.tsx";
import { chosenKinds, kindOf } from "./entryKinds.ts";
import { Replay } from "./Replay.tsx";
import { clockOf } from "./replayed.ts";
import { TimelineTools } from "./TimelineTools.tsx";
import { attemptOf } from "./useAttempt.ts";

type TimelinePage = Awaited<ReturnType<typeof readTimeline>>;

/** All that was recorded of an attempt, and the state that it comes to at any instant. */
export function TimelineOf({ page }: { page: CourseProgressPage }) {
  const path = attemptOf(page);
  const { view, change } = useView();
  const zone = useZone();
  const { answer, rows, more } = useRows<LedgerEntry, TimelinePage>(["timeline", path], (after) =>
    readTimeline(path, after),
  );
  const list = useRef<HTMLOListElement>(null);
  const titles = useMemo(
    () => new Map([...page.lessons, ...page.retiredLessons].map(({ id, title }) => [id, title])),
    [page],
  );
  const kinds = chosenKinds(view.types);
  const shown = kinds.length === 0 ? rows : rows.filter((one) => kinds.includes(kindOf(one)));
  const clock = clockOf(view.clock);
  const isAfter = (entry: LedgerEntry) =>
    view.asOf !== undefined && Date.parse(entry[clock]) > Date.parse(view.asOf);
  return (
    <Widget answer={answer} height={360}>
      {() => (
        <>
          <Replay page={page} entries={rows} more={more} />
          <TimelineTools entries={rows} jumpTo={(from) => focusFrom(list.current, from)} />
          <p className="md-quiet md-timeline-about" role="status">
            {kinds.length === 0
              ? countOf(rows.length, "entry", "entries")
              : `${countOf(shown.length, "entry", "entries")} of ${rows.length}`}
            , in the order they were recorded. Times in {zone.label}. Views are not in the ledger:
            the lessons have their first and last one.
          </p>
          {shown.length === 0 ? (
            <Empty
              title={`0 of ${countOf(rows.length, "entry", "entries")} match`}
              action={{ label: "Show every type", run: () => change({ types: undefined }) }}
            />
          ) : (
            <ol className="md-entries" ref={list}>
              {shown.map((entry) => (
                <EntryItem key={entry.id} entry={entry} titles={titles} isAfter={isAfter(entry)} />
              ))}
            </ol>
          )}
          {more === undefined ? null : (
            <Button variant="default" size="xs" loading={more.isLoading} onClick={more.load}>
              Later entries
            </Button>
          )}
        </>
      )}
    </Widget>
  );
}

/** Moves to the first entry from an instant on, or to the last one there is. */
function focusFrom(list: HTMLOListElement | null, from: Date): void {
  const items = [...(list?.querySelectorAll<HTMLElement>("li[data-at]") ?? [])];
  const found = items.find(({ dataset }) => Date.parse(dataset.at ?? "") >= from.getTime());
  const item = found ?? items.at(-1);
  item?.scrollIntoView({ block: "center" });
  item?.focus({ preventScroll: true });
}
