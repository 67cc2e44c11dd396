/**
 * Fields of one CSV record (RFC 4180), `open` where a quoted field does not end in this text, or
 * `misquoted` where something follows a closing quote. A quote inside an unquoted field is content,
 * as spreadsheets take it.
 */
export function splitCsvRecord(text: string, delimiter: string): string[] | "open" | "misquoted" {
  const fields: string[] = [];
  for (let at = 0; ; ) {
    let end: number;
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1);
      if (close < 0) return "open";
      end = close + 1;
      if (end < text.length && text[end] !== delimiter) return "misquoted";
      fields.push(text.slice(at + 1, close).replaceAll('""', '"'));
    } else {
      end = text.indexOf(delimiter, at);
      if (end < 0) end = text.length;
      fields.push(text.slice(at, end));
    }
    if (end >= text.length) return fields;
    at = end + 1;
  }
}

/** Where the quoted field ends, past all doubled quotes; -1 where it does not. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
