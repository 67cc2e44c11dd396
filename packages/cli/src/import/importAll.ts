import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTenant, MilepostError } from "@milepost/engine";
import { readSettings } from "../database/readSettings.ts";
import { withDatabase } from "../database/withDatabase.ts";
import { exportFiles } from "../export/exportFiles.ts";
import { findExport } from "../export/findExport.ts";
import type { Answer } from "../terminal/Answer.ts";
import { CommandError } from "../terminal/CommandError.ts";
import { exitCodes } from "../terminal/exitCodes.ts";
import type { Terminal } from "../terminal/Terminal.ts";
import { importFolder } from "./importFolder.ts";
import type { ImportOptions } from "./runImport.ts";

interface TenantFolder {
  readonly directory: string;
  readonly tenant: string;
  readonly timeZone: string;
}

/**
 * Imports what `milepost export --all` wrote, tenant by tenant, each into the tenant of its name,
 * which is opened where it is missing.
 *
 * @throws {@link CommandError} where there is nothing of the kind, before anything is written
 */
export async function importAll(
  terminal: Terminal,
  { directory, options }: { directory: string; options: ImportOptions },
): Promise<Answer> {
  const folders = readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readFolder(join(directory, entry.name)))
    .sort((a, b) => (a.tenant < b.tenant ? -1 : 1));
  if (folders.length === 0) throw nothingThere(directory);
  const answers: (Answer & { tenant: string })[] = [];
  for (const { tenant, timeZone, directory: folder } of folders) {
    await openTenant(terminal, { tenant, timeZone });
    const answer = await importFolder(terminal, {
      directory: folder,
      options: { ...options, tenant },
    });
    answers.push({ tenant, ...answer });
  }
  const codes = answers.map(({ exitCode = exitCodes.ok }) => exitCode);
  return {
    document: { input: directory, tenants: answers.map(({ document }) => document) },
    text: answers.map(({ tenant, text }) => `${tenant}\n${text}`).join("\n\n"),
    exitCode: codes.find((code) => code !== exitCodes.ok) ?? exitCodes.ok,
  };
}

function readFolder(directory: string): TenantFolder {
  findExport(directory);
  const path = join(directory, exportFiles.manifest);
  const { tenant, timeZone } = JSON.parse(readFileSync(path, "utf8")) as Partial<TenantFolder>;
  if (typeof tenant === "string" && typeof timeZone === "string") {
    return { directory, tenant, timeZone };
  }
  throw new CommandError(`${path} does not name its tenant and its time zone.`, {
    code: "export_incomplete",
    exitCode: exitCodes.usage,
  });
}

async function openTenant(
  { env }: Terminal,
  { tenant, timeZone }: { tenant: string; timeZone: string },
): Promise<void> {
  await withDatabase(readSettings(env), async ({ pool }) => {
    try {
      await createTenant(pool, { tenant, timeZone });
    } catch (error) {
      if (!(error instanceof MilepostError && error.code === "tenant_exists")) throw error;
    }
  });
}

function nothingThere(directory: string): CommandError {
  return new CommandError(`${directory} holds no folder of a tenant.`, {
    code: "export_incomplete",
    exitCode: exitCodes.usage,
    hint: "`milepost export --all` writes them; without --all one export is imported.",
  });
}
