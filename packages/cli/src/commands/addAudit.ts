import {
  type SealFinding,
  type SealReport,
  sealAllCompletions,
  verifySeals,
} from "@milepost/engine";
import type { Command } from "commander";
import { checkKept } from "../audit/checkKept.ts";
import { collectSeals } from "../audit/collectSeals.ts";
import { readSettings } from "../database/readSettings.ts";
import { withDatabase } from "../database/withDatabase.ts";
import { exitCodes } from "../terminal/exitCodes.ts";
import { answering, type Session } from "../terminal/Session.ts";
import { textTable } from "../terminal/textTable.ts";
import { addAuditExport } from "./addAuditExport.ts";

/** `milepost audit`: what stands behind a completion. */
export function addAudit(program: Command, session: Session): void {
  const audit = program
    .command("audit")
    .summary("seal completions, prove that none was altered, hand out the proof")
    .description(`\
Completions are sealed in the order of the feed into a chain of hashes: a server seals what was
committed about once a minute. Whatever is altered, removed or inserted later is found and named,
even where somebody took the guards of the database off. Keep the seals elsewhere from time to
time: who can write everything could also make the chain anew.`);
  addSeal(audit, session);
  addVerify(audit, session);
  addSeals(audit, session);
  addAuditExport(audit, session);
}

type Options = { tenant: string; kept?: string };

function addSeal(audit: Command, session: Session): void {
  const command = audit
    .command("seal")
    .summary("seal the completions that are not sealed yet")
    .option("--tenant <name>", "whose completions", "default")
    .addHelpText(
      "after",
      `
Examples:
  $ milepost audit seal --tenant academy

Exit codes: 0 sealed · 2 configuration · 3 no database`,
    );
  answering<Options>(session, command, async ({ options: { tenant } }) => {
    const { terminal } = session;
    const sealed = await withDatabase(readSettings(terminal.env), ({ pool }) =>
      sealAllCompletions(pool, { signal: terminal.stop }, { tenant }),
    );
    return { document: { tenant, sealed }, text: `${count(sealed, "completion")} sealed` };
  });
}

function addVerify(audit: Command, session: Session): void {
  const command = audit
    .command("verify")
    .summary("name the first completion that was altered, removed or inserted")
    .description(`\
Holds every completion against its seal, the seals against one another, and what everybody reads
against the ledger. --kept also holds them against seals that were kept elsewhere.`)
    .option("--tenant <name>", "whose completions", "default")
    .option("--kept <file>", "seals that `audit seals --json` wrote, or the hash of one")
    .addHelpText(
      "after",
      `
Examples:
  $ milepost audit verify
  $ milepost audit verify --kept seals-2026-10.json

Exit codes: 0 everything is as it was sealed · 1 something is not · 2 configuration
            3 no database`,
    );
  answering<Options>(session, command, async ({ options: { tenant, kept } }) => {
    const settings = readSettings(session.terminal.env);
    const { report, strange } = await withDatabase(settings, async ({ pool }) => ({
      report: await verifySeals(pool, { tenant }),
      strange: kept === undefined ? [] : checkKept(kept, await collectSeals(pool, tenant)),
    }));
    const holds = report.findingCount === 0 && strange.length === 0;
    return {
      document: { tenant, ...report, missingKept: strange },
      text: [reportText(report), ...strange.map(strangeText)].join("\n"),
      exitCode: holds ? exitCodes.ok : exitCodes.findings,
    };
  });
}

function addSeals(audit: Command, session: Session): void {
  const command = audit
    .command("seals")
    .summary("list the seals, to be kept elsewhere")
    .option("--tenant <name>", "whose seals", "default")
    .addHelpText(
      "after",
      `
Examples:
  $ milepost audit seals --json | tee seals-2026-11.json

Exit codes: 0 listed · 2 configuration · 3 no database`,
    );
  answering<Options>(session, command, async ({ options: { tenant } }) => {
    const seals = await withDatabase(readSettings(session.terminal.env), ({ pool }) =>
      collectSeals(pool, tenant),
    );
    const rows = seals.map(({ seal, leaves, sealedAt, hash }) => [
      String(seal),
      leaves.toLocaleString("en"),
      sealedAt,
      hash,
    ]);
    const head = ["seal", "completions", "sealed", "hash"];
    const text = rows.length === 0 ? "Nothing is sealed yet." : textTable(head, rows);
    return { document: { format: "milepost-seals-1", tenant, seals }, text };
  });
}

function reportText(report: SealReport): string {
  const { seals, sealedCompletions, unsealedCompletions, findingCount, findings } = report;
  const found = count(findingCount, "finding");
  const sealed = `${count(sealedCompletions, "sealed completion")}, ${count(seals, "seal")}`;
  const unsealed = `${count(unsealedCompletions, "completion")} not sealed yet`;
  const summary = `${found} in ${sealed}; ${unsealed}`;
  if (findingCount === 0) return summary;
  const rest = findingCount - findings.length;
  const more = rest > 0 ? `\n… and ${count(rest, "more")}` : "";
  const head = ["finding", "seal", "place", "entry", "learner", "course", "attempt", "lesson"];
  return `${textTable([...head, "read", "recorded"], findings.map(findingRow))}${more}\n${summary}`;
}

function findingRow(it: SealFinding): string[] {
  const { finding, seal, place, entry, learner, course, attempt, lesson, stored, recorded } = it;
  const cells = [seal, place, entry, learner, course, attempt, lesson, stored, recorded];
  return [finding, ...cells.map((cell) => (cell === null ? "" : String(cell)))];
}

function strangeText(hash: string): string {
  return `The seal ${hash}, kept elsewhere, is not here: the chain was made anew.`;
}

function count(n: number, what: string): string {
  return `${n.toLocaleString("en")} ${what}${n === 1 || what === "more" ? "" : "s"}`;
}
