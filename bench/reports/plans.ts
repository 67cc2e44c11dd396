import { writeFile } from "node:fs/promises";
import pg from "pg";
import { planDigest } from "./planDigest.ts";
import { lookingBack, questions } from "./questions.ts";

/**
 * What each report did inside: the plans of its statements as they ran, warm, by auto_explain.
 *
 * @param path - file to write them to, with a digest of all at its end
 */
export async function writePlans(url: string, path: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const blocks: string[] = [];
  const digests: string[] = [];
  let said: string[] = [];
  client.on("notice", ({ message }) => said.push(message ?? ""));
  try {
    await client.query(`load 'auto_explain';
      set auto_explain.log_level = notice;
      set auto_explain.log_nested_statements = on;
      set auto_explain.log_analyze = on;
      set auto_explain.log_buffers = on;
      set auto_explain.log_min_duration = -1`);
    for (const { name, prepare, ask } of [...questions, ...lookingBack]) {
      const after = await prepare?.(client);
      // Up to the call with which PostgreSQL settles on a plan, unless it takes seconds anyway.
      const warm = lookingBack.some((question) => question.name === name) ? 0 : 6;
      for (let run = 0; run < warm; run++) await ask(client, after);
      await client.query("set auto_explain.log_min_duration = '0.5ms'");
      said = [];
      await ask(client, after);
      await client.query("set auto_explain.log_min_duration = -1");
      blocks.push([`######## ${name}`, ...said].join("\n\n"));
      digests.push(planDigest(name, said));
    }
  } finally {
    await client.end();
  }
  await writeFile(path, `${[...blocks, "######## Digest", ...digests].join("\n\n")}\n`);
}
