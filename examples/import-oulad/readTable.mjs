import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** The rows of one of the dataset's files, as it is or packed, by the names in its first line. */
export function readTable(folder, name) {
  const path = join(folder, name);
  const bytes = existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`));
  const [head = "", ...lines] = bytes.toString("utf8").split(/\r?\n/);
  // The dataset quotes nothing; a quote would be the sign of another file.
  if (head.includes('"')) throw new Error(`${path} is not a table of the dataset.`);
  const names = head.split(",");
  return lines
    .filter((line) => line !== "")
    .map((line) => {
      const fields = line.split(",");
      return Object.fromEntries(names.map((name, at) => [name, fields[at] ?? ""]));
    });
}
