import { readFile } from "node:fs/promises";
import { type OutlineInput, previewOutline, putOutline, type Queryable } from "@milepost/engine";
import type { Command } from "commander";
import { readSettings } from "../database/readSettings.ts";
import { withDatabase } from "../database/withDatabase.ts";
import { FieldFault } from "../files/FieldReader.ts";
import type { Fields } from "../files/readCsv.ts";
import { readOutline } from "../import/readOutline.ts";
import { CommandError } from "../terminal/CommandError.ts";
import { exitCodes } from "../terminal/exitCodes.ts";
import { answering, type Session } from "../terminal/Session.ts";
import { outlineHelp } from "./importHelp.ts";

type Options = { course?: string; preview?: true; tenant: string };

/** `milepost import outline`: puts outlines from JSON files. */
export function addImportOutline(parent: Command, session: Session): void {
  const command = parent
    .command("outline")
    .argument("<file...>", "JSON, one outline a file")
    .summary("put the outline of a course, or of several")
    .description(outlineHelp.description)
    .option("--course <id>", "course of an outline that names none")
    .option("--preview", "say what it would change and for how many, and change nothing")
    .option("--tenant <name>", "into which tenant", "default")
    .addHelpText("after", outlineHelp.after);
  answering<Options>(session, command, async ({ options, args }) => {
    const { course, preview, tenant } = options;
    // All are read before the first is put: a slip in the last file changes nothing.
    const outlines = await Promise.all(args.map((path) => readOutlineFile(path, course)));
    const put = preview ? previewOne : putOne;
    const done = await withDatabase(readSettings(session.terminal.env), async ({ pool }) => {
      const answers: Put[] = [];
      for (const outline of outlines) answers.push(await put(pool, outline, tenant));
      return answers;
    });
    return {
      document: { tenant, preview: preview === true, outlines: done.map((one) => one.document) },
      text: done.map((one) => one.text).join("\n"),
    };
  });
}

interface Put {
  readonly document: unknown;
  readonly text: string;
}

async function putOne(db: Queryable, outline: OutlineInput, tenant: string): Promise<Put> {
  const saved = await putOutline(db, outline, { tenant, actor: "import" });
  const { id, title, outlineVersion, totalLessons, created, change } = saved;
  const what = created ? "created" : `version ${outlineVersion}`;
  const text = `${id}: ${what}, ${saved.lessons.length} lessons, ${totalLessons} of them required`;
  return { document: { id, title, outlineVersion, totalLessons, created, change }, text };
}

async function previewOne(db: Queryable, outline: OutlineInput, tenant: string): Promise<Put> {
  const { id, change, effect } = await previewOutline(db, outline, { tenant });
  const edits = Object.entries(change).flatMap(([edit, ids]) =>
    ids.length === 0 ? [] : [`${edit} ${ids.length}`],
  );
  const text =
    `${id}: ${edits.join(", ") || "nothing changes"}; of ${effect.openAttempts} open attempts ` +
    `${effect.becomeComplete} become complete, ${effect.percentageFalls} fall, ` +
    `${effect.percentageRises} rise; ${effect.completedKept} completed ones keep their version`;
  return { document: { id, change, effect }, text };
}

async function readOutlineFile(path: string, course: string | undefined): Promise<OutlineInput> {
  const text = await readFile(path, "utf8");
  try {
    const given: unknown = JSON.parse(text);
    if (typeof given === "object" && given !== null)
      return readOutline(given as Fields, { course });
    throw new FieldFault("The outline has to be an object.");
  } catch (error) {
    if (!(error instanceof FieldFault || error instanceof SyntaxError)) throw error;
    throw new CommandError(`${path}: ${error.message}`, {
      code: "outline_malformed",
      exitCode: exitCodes.usage,
      hint: "`milepost import outline --help` shows one.",
    });
  }
}
