import { readFile } from "node:fs/promises";
import { marked } from "marked";

const folder = new URL("../../lessons/", import.meta.url);

/** Ids become file names: nothing that could leave the folder. */
const plainId = /^[a-z0-9-]+$/;

/** The academy's lesson pages: Markdown files, one a lesson, and one about each course. */
export class Library {
  readonly #pages = new Map<string, string>();

  /** A lesson as HTML; null where there is no such lesson. */
  lesson(course: string, lesson: string): Promise<string | null> {
    return this.#read(course, lesson);
  }

  /** What a course is about, as HTML; null where nothing is said. */
  about(course: string): Promise<string | null> {
    return this.#read(course, "about");
  }

  async #read(course: string, name: string): Promise<string | null> {
    if (!plainId.test(course) || !plainId.test(name)) return null;
    const path = `${course}/${name}.md`;
    const known = this.#pages.get(path);
    if (known !== undefined) return known;
    try {
      const html = await marked.parse(await readFile(new URL(path, folder), "utf8"));
      this.#pages.set(path, html);
      return html;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      throw error;
    }
  }
}
