/**
 * Text as PostgreSQL can take it. NUL is in no text there, and an argument with one fails the whole
 * call; as an empty id its event is refused alone.
 */
export function storableText(text: string | undefined): string | null {
  if (text === undefined) return null;
  return text.includes("\u0000") ? "" : text;
}
