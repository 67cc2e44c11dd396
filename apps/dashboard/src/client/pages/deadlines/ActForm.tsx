import { Button, Group, NumberInput, Select, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import type { Act } from "../../api/acts.ts";

/** On which terms something is done. */
export interface ActTerms {
  readonly days: number;
  /** For the record: a reason of the list, and what was written to it. */
  readonly reason: string;
}

const reasons = {
  extend: ["Leave or illness", "Workload", "Technical trouble", "Wrong deadline", "Other"],
  reinstate: ["Exempted by mistake", "Changed role", "Back from absence", "Other"],
  exempt: ["Prior qualification", "Changed role", "Long absence", "Not applicable", "Other"],
} as const;

const mostDays = 3_650;
const longestNote = 400;

interface Props {
  readonly kind: Act["kind"];
  readonly isBusy: boolean;
  onPreview(terms: ActTerms): void;
}

/** Asks for the terms; nothing is done before the preview has been seen. */
export function ActForm({ kind, isBusy, onPreview }: Props) {
  const [days, setDays] = useState<number | string>(7);
  const [code, setCode] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const isGood = code !== null && (kind !== "extend" || isDays(days));
  const submit = () => {
    if (!isGood) return;
    const reason = note.trim() === "" ? code : `${code}: ${note.trim()}`;
    onPreview({ days: Number(days), reason });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        {kind === "extend" ? (
          <NumberInput
            label="Days"
            description="Calendar days, in the deadline's own zone. The original deadline is kept."
            min={1}
            max={mostDays}
            allowDecimal={false}
            value={days}
            onChange={setDays}
            error={isDays(days) ? null : `From 1 to ${mostDays}`}
            data-autofocus
          />
        ) : null}
        <Select
          label="Reason"
          description="It stands in the record, with your name and the time."
          required
          data={[...reasons[kind]]}
          value={code}
          onChange={setCode}
          comboboxProps={{ withinPortal: false }}
          {...(kind !== "extend" ? { "data-autofocus": true } : {})}
        />
        <Textarea
          label="Note"
          maxLength={longestNote}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={isBusy} disabled={!isGood}>
            Preview
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function isDays(days: number | string): boolean {
  return typeof days === "number" && Number.isInteger(days) && days >= 1 && days <= mostDays;
}
