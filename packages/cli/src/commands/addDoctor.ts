import { type DoctorReport, doctor } from "@milepost/engine";
import type { Command } from "commander";
import { readSettings } from "../database/readSettings.ts";
import { withDatabase } from "../database/withDatabase.ts";
import { exitCodes } from "../terminal/exitCodes.ts";
import { answering, type Session } from "../terminal/Session.ts";
import { textTable } from "../terminal/textTable.ts";

type Options = { repair?: true; tenant: string };

/** `milepost doctor`: derives every stored number again and names each that differs. */
export function addDoctor(program: Command, session: Session): void {
  const command = program
    .command("doctor")
    .summary("prove that every stored number follows from the facts")
    .description(`\
Derives every stored number of a tenant again from the recorded facts (progress percentages,
counts, first and last views, completions) and names each that differs from what is stored.
--repair mends them in the same transaction and leaves a record of before and after in the
ledger. A completion time is never touched: one that the facts do not bear out is only reported.
What was found last is kept, for the data health of the API (GET /v1/reports/data-health).`)
    .option("--repair", "mend what differs")
    .option("--tenant <name>", "whose numbers", "default")
    .addHelpText(
      "after",
      `
Examples:
  $ milepost doctor
  $ milepost doctor --repair --tenant academy
  $ milepost doctor --json | jq .differences

Exit codes: 0 no differences, or all mended · 1 differences remain · 2 configuration
            3 no database`,
    );
  answering<Options>(session, command, async ({ options: { repair, tenant } }) => {
    const settings = readSettings(session.terminal.env);
    const report = await withDatabase(settings, ({ pool }) =>
      doctor(pool, { repair: repair === true }, { tenant, actor: "doctor" }),
    );
    const remain = report.differences.some(({ repaired }) => !repaired);
    return {
      document: { tenant, ...report },
      text: reportText(report),
      exitCode: remain ? exitCodes.findings : exitCodes.ok,
    };
  });
}

function reportText({ attempts, differenceCount, differences }: DoctorReport): string {
  const count = (n: number) => n.toLocaleString("en");
  const found = differenceCount === 1 ? "1 difference" : `${count(differenceCount)} differences`;
  const summary = `${found} in ${count(attempts)} attempts`;
  if (differenceCount === 0) return summary;
  const rows = differences.map((one) => [
    one.course ?? "",
    one.learner ?? "",
    one.attempt === null ? "" : String(one.attempt),
    one.lesson === null ? one.column : `${one.column}: ${one.lesson}`,
    one.stored ?? "null",
    one.derived ?? "null",
    one.repaired ? "mended" : "",
  ]);
  const head = ["course", "learner", "attempt", "number", "stored", "derived", ""];
  const rest = differenceCount - differences.length;
  const more = rest > 0 ? `\n… and ${count(rest)} more` : "";
  return `${textTable(head, rows)}${more}\n${summary}`;
}
