/** One line of a Markdown file that is prose, not a code block. */
export interface ProseLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** Lines outside fenced code blocks, with the code between back-ticks taken out. */
export function proseOf(markdown: string): ProseLine[] {
  let fence: string | undefined;
  return markdown.split("\n").flatMap((text, at) => {
    const mark = /^\s*(```|~~~)/.exec(text)?.[1];
    if (mark !== undefined && (fence === undefined || fence === mark)) {
      fence = fence === undefined ? mark : undefined;
      return [];
    }
    return fence === undefined ? [{ line: at + 1, text: text.replaceAll(/`[^`]*`/g, "") }] : [];
  });
}

/** Anchors that GitHub makes of the headings of a file. */
export function anchorsOf(markdown: string): Set<string> {
  const anchors = new Set<string>();
  for (const line of markdown.split("\n")) {
    const heading = /^#+\s+(.+?)\s*$/.exec(line)?.[1];
    if (heading === undefined) continue;
    const plain = heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, "");
    anchors.add(plain.replaceAll(" ", "-"));
  }
  return anchors;
}
