import { Button, Group } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Act, type ActResult, act, undo } from "../../api/acts.ts";
import { countOf } from "../../text/numbers.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { ActForm, type ActTerms } from "./ActForm.tsx";
import { type AttemptRow, targetOf } from "./AttemptTable.tsx";
import { Outcome } from "./Outcome.tsx";

interface Props {
  /** What is to be done; null while the dialog is closed. */
  readonly kind: Act["kind"] | null;
  readonly rows: readonly AttemptRow[];
  close(): void;
  onDone(): void;
}

type Step =
  | { readonly name: "terms" }
  | { readonly name: "preview"; readonly terms: ActTerms; readonly results: readonly ActResult[] }
  | { readonly name: "done"; readonly terms: ActTerms; readonly results: readonly ActResult[] }
  | { readonly name: "undone"; readonly results: readonly ActResult[] };

const titles = {
  extend: "Extend deadlines",
  exempt: "Exempt learners",
  reinstate: "Take exemptions back",
} as const;

/** Terms, a preview that asks the server anew about every row, and only then the act. */
export function ActDialog({ kind, rows, close, onDone }: Props) {
  return (
    <Dialog
      isOpen={kind !== null}
      close={close}
      title={kind === null ? "" : `${titles[kind]}: ${countOf(rows.length, "attempt")}`}
      size="lg"
    >
      {kind === null ? null : <Steps kind={kind} rows={rows} close={close} onDone={onDone} />}
    </Dialog>
  );
}

function Steps({ kind, rows, close, onDone }: Props & { kind: Act["kind"] }) {
  // Of the moment it was opened: the selection is cleared when it is done.
  const [frozen] = useState(rows);
  const targets = frozen.flatMap((row) => targetOf(row) ?? []);
  const [step, setStep] = useState<Step>({ name: "terms" });
  const { run, isBusy, error } = useRun();
  const preview = (terms: ActTerms) =>
    run(async () => {
      const results = await act(actOf(kind, terms), targets, { ...terms, preview: true });
      setStep({ name: "preview", terms, results });
    });
  const carryOut = (terms: ActTerms) =>
    run(async () => {
      const results = await act(actOf(kind, terms), targets, terms);
      setStep({ name: "done", terms, results });
      onDone();
    });
  const takeBack = (terms: ActTerms, done: readonly ActResult[]) =>
    run(async () => {
      const results = await undo(actOf(kind, terms), done, `Undone: ${terms.reason}`);
      setStep({ name: "undone", results });
    });
  const failed =
    error === null ? null : (
      <p className="md-danger" role="alert">
        {error}
      </p>
    );
  if (step.name === "terms") {
    return (
      <>
        <ActForm kind={kind} isBusy={isBusy} onPreview={preview} />
        {failed}
      </>
    );
  }
  return (
    <>
      <Outcome step={step.name} kind={kind} results={step.results} rows={frozen} />
      {failed}
      <Buttons
        step={step}
        isBusy={isBusy}
        close={close}
        back={() => setStep({ name: "terms" })}
        carryOut={carryOut}
        takeBack={takeBack}
      />
    </>
  );
}

interface ButtonsProps {
  readonly step: Exclude<Step, { name: "terms" }>;
  readonly isBusy: boolean;
  close(): void;
  back(): void;
  carryOut(terms: ActTerms): void;
  takeBack(terms: ActTerms, done: readonly ActResult[]): void;
}

function Buttons({ step, isBusy, close, back, carryOut, takeBack }: ButtonsProps) {
  const n = step.results.filter(({ status }) => status === "recorded").length;
  return (
    <Group justify="flex-end" mt="lg">
      {step.name === "preview" ? (
        <>
          <Button variant="default" onClick={back}>
            Back
          </Button>
          <Button loading={isBusy} disabled={n === 0} onClick={() => carryOut(step.terms)}>
            Confirm for {countOf(n, "attempt")}
          </Button>
        </>
      ) : (
        <>
          {step.name === "done" && n > 0 ? (
            <Button
              variant="default"
              loading={isBusy}
              onClick={() => takeBack(step.terms, step.results)}
            >
              Undo
            </Button>
          ) : null}
          <Button onClick={close} data-autofocus>
            Close
          </Button>
        </>
      )}
    </Group>
  );
}

function actOf(kind: Act["kind"], { days }: ActTerms): Act {
  return kind === "extend" ? { kind, days } : { kind };
}

/** Runs one request at a time; the lists are read again behind it. */
function useRun() {
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const run = (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    void work()
      .then(() => queries.invalidateQueries())
      .catch((problem: unknown) => setError(`It was not done: ${String(problem)}`))
      .finally(() => setBusy(false));
  };
  return { run, isBusy, error };
}
