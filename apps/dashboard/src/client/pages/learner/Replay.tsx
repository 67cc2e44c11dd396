import { ActionIcon, Button, SegmentedControl, TextInput } from "@mantine/core";
import type { CourseProgressPage, LedgerEntry } from "@milepost/client";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useEffect, useMemo, useState } from "react";
import { useView } from "../../address/useView.ts";
import { readVersions } from "../../api/learners.ts";
import { useAnswer } from "../../api/useAnswer.ts";
import { useZone } from "../../shell/Session.tsx";
import { instantOf, instantText, localText } from "../../text/times.ts";
import { Widget } from "../../ui/Widget.tsx";
import { clockOf, type Span, spanOf, stopsOf } from "./replayed.ts";
import { historyOf } from "./stateAt.ts";
import { Then } from "./Then.tsx";
import { attemptOf, useExplanation } from "./useAttempt.ts";

interface Props {
  readonly page: CourseProgressPage;
  readonly entries: readonly LedgerEntry[];
  readonly more: { readonly isLoading: boolean; load(): void } | undefined;
}

/** The state of an attempt at any instant, from its ledger: chosen by time, by hand or by entry. */
export function Replay({ page, entries, more }: Props) {
  const { view, change } = useView();
  const zone = useZone();
  const [now] = useState(() => Date.now());
  const clock = clockOf(view.clock);
  const span = useMemo(() => spanOf(entries, now), [entries, now]);
  const chosen = Date.parse(view.asOf ?? "");
  const at = Number.isNaN(chosen) ? null : chosen;
  const choose = (next: number | null, how?: { replace: boolean }) =>
    change({ asOf: next === null || next >= now ? undefined : new Date(next).toISOString() }, how);
  return (
    <section className="md-replay" aria-label="The state at an instant">
      <div className="md-replay-head">
        <TextInput
          type="datetime-local"
          step={1}
          size="xs"
          label={`As of, in ${zone.label}`}
          value={localText(new Date(at ?? now), zone)}
          onChange={({ currentTarget }) => choose(+(instantOf(currentTarget.value, zone) ?? now))}
        />
        <SegmentedControl
          size="xs"
          aria-label="Which entries count"
          data={[
            { value: "received", label: "What we knew" },
            { value: "occurred", label: "What had happened" },
          ]}
          value={clock === "occurredAt" ? "occurred" : "received"}
          onChange={(next) => change({ clock: next === "occurred" ? next : undefined })}
        />
        {at === null ? null : (
          <Button size="xs" variant="default" onClick={() => choose(null)}>
            Back to now
          </Button>
        )}
      </div>
      <Steps stops={stopsOf(entries, clock)} span={span} at={at ?? now} choose={choose} />
      {at === null ? (
        <p className="md-then md-quiet">
          Now, as above. Move the slider to replay how it stood at an earlier instant.
        </p>
      ) : (
        <ThenOf page={page} entries={entries} more={more} at={at} />
      )}
    </section>
  );
}

interface StepsProps {
  readonly stops: readonly number[];
  readonly span: Span;
  readonly at: number;
  choose(next: number | null, how?: { replace: boolean }): void;
}

/** The slider over the time, with the entries as marks, and the way from one to the next. */
function Steps({ stops, span, at, choose }: StepsProps) {
  const zone = useZone();
  const before = stops.findLast((stop) => stop < at);
  const after = stops.find((stop) => stop > at);
  const place = (stop: number) => `${((stop - span.from) / (span.to - span.from)) * 100}%`;
  return (
    <div className="md-steps">
      <ActionIcon
        variant="default"
        aria-label="The entry before"
        disabled={before === undefined}
        onClick={() => choose(before ?? null)}
      >
        <IconChevronLeft size={16} aria-hidden />
      </ActionIcon>
      <div className="md-slider">
        <div className="md-slider-marks" aria-hidden>
          {stops.map((stop) => (
            <span key={stop} style={{ insetInlineStart: place(stop) }} />
          ))}
        </div>
        <input
          type="range"
          aria-label="As of"
          min={span.from}
          max={span.to}
          step={span.step}
          value={Math.min(span.to, Math.max(span.from, at))}
          aria-valuetext={`${instantText(new Date(at), zone)} ${zone.label}`}
          onChange={({ currentTarget }) => choose(Number(currentTarget.value), { replace: true })}
        />
      </div>
      <ActionIcon
        variant="default"
        aria-label="The entry after"
        disabled={after === undefined}
        onClick={() => choose(after ?? null)}
      >
        <IconChevronRight size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}

/** Reads what the replay goes by; all of the ledger, since any of it may count. */
function ThenOf({ page, entries, more, at }: Props & { readonly at: number }) {
  const explanation = useExplanation(attemptOf(page));
  const versions = useAnswer("figures", ["versions", page.course], () => readVersions(page.course));
  useEffect(() => {
    if (more !== undefined && !more.isLoading) more.load();
  }, [more]);
  if (more !== undefined) return <p className="md-then md-quiet">Reading the whole ledger…</p>;
  return (
    <Widget answer={explanation} height={64}>
      {(explained) => (
        <Widget answer={versions} height={64}>
          {(known) => (
            <Then history={historyOf(page, explained, entries, known)} at={new Date(at)} />
          )}
        </Widget>
      )}
    </Widget>
  );
}
