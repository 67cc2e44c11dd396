import { type Html, html } from "./html.ts";

/** The Markdown that the document uses: paragraphs, lists of one level, bold and code. */
export function markdown(text: string): Html[] {
  return text.split(/\n{2,}/).map(block);
}

function block(text: string): Html {
  if (!text.startsWith("- ")) return html`<p>${inline(text)}</p>`;
  const items = text.split(/\n?^- /m).filter((item) => item !== "");
  return html`<ul>${items.map((item) => html`<li>${inline(item)}</li>`)}</ul>`;
}

/** Text with its `code` and **bold**, which never stand inside each other here. */
export function inline(text: string): Html[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part) => {
    if (part.startsWith("`")) return html`<code>${part.slice(1, -1)}</code>`;
    if (part.startsWith("**")) return html`<strong>${part.slice(2, -2)}</strong>`;
    return html`${part}`;
  });
}
