import type { Command } from "commander";
import { writeEvidence } from "../audit/writeEvidence.ts";
import { readSettings } from "../database/readSettings.ts";
import { withDatabase } from "../database/withDatabase.ts";
import { instantOf } from "../files/instantOf.ts";
import { CommandError } from "../terminal/CommandError.ts";
import { exitCodes } from "../terminal/exitCodes.ts";
import { answering, type Session } from "../terminal/Session.ts";

type Options = {
  tenant: string;
  learner?: string;
  course?: string;
  from?: string;
  before?: string;
};

/** `milepost audit export`: the evidence of completions, for whoever does not trust us. */
export function addAuditExport(audit: Command, session: Session): void {
  const command = audit
    .command("export")
    .argument("<directory>", "a folder that is empty, or not there yet")
    .summary("write the evidence of a learner's or a course's completions")
    .description(`\
Writes completions.csv for people, evidence.json with each completion as it was sealed and its way
to a seal, verify.mjs that checks it with Node.js alone (node verify.mjs evidence.json), and
SHA256SUMS. What is not sealed yet is sealed first. The files name people, and no other learner
than those asked for.`)
    .option("--learner <id>", "whose completions")
    .option("--course <id>", "of which course")
    .option("--from <instant>", "completed at this instant or later")
    .option("--before <instant>", "completed before this instant")
    .option("--tenant <name>", "of which tenant", "default")
    .addHelpText(
      "after",
      `
Examples:
  $ milepost audit export ./evidence --learner ada
  $ milepost audit export ./evidence --course fire-safety --from 2026-01-01T00:00:00Z

Exit codes: 0 written · 1 no such learner or course · 2 usage, or the folder is not empty
            3 no database`,
    );
  answering<Options>(session, command, async ({ options, args }) => {
    const { tenant, learner, course } = options;
    if (learner === undefined && course === undefined) {
      throw usage("--learner or --course has to be given, or both.");
    }
    const from = readInstant("--from", options.from);
    const before = readInstant("--before", options.before);
    const directory = args[0] ?? "";
    const written = await withDatabase(readSettings(session.terminal.env), ({ pool }) =>
      writeEvidence(pool, { directory, tenant, asked: { learner, course, from, before } }),
    );
    const { completions, seals } = written;
    const count = (n: number, what: string) => `${n.toLocaleString("en")} ${what}`;
    const proved = `proved by ${count(seals, "seals")}`;
    const text = `${count(completions, "completions")}, ${proved}, in ${directory}`;
    return { document: { directory, tenant, ...written }, text };
  });
}

function readInstant(option: string, text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const instant = instantOf(text);
  if (instant !== null) return instant;
  throw usage(`${option} has to be an instant, such as 2026-01-01T00:00:00Z.`);
}

function usage(message: string): CommandError {
  return new CommandError(message, { code: "usage", exitCode: exitCodes.usage });
}
