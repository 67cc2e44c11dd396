/**
 * What only we can have written, and nobody outside has any use for: none of it is in what the
 * fuzzer sends.
 */
const internals = [
  /\n\s+at \S/,
  /\.(?:ts|js|mjs|cjs):\d+/,
  /node_modules/,
  /file:\/\/\//,
  /\bPL\/pgSQL\b/,
  /\bSQLSTATE\b/,
  /violates (?:check|not-null|unique|foreign key|exclusion) constraint/,
  /\b(?:relation|column|function|schema) "?[\w.]+"? (?:does not exist|of relation)/,
  /invalid (?:input syntax|byte sequence)|out of range for type|duplicate key value/,
  /syntax error at or near|permission denied for|current transaction is aborted/,
  /unsupported Unicode escape|unterminated quoted string/,
  /\b(?:TypeError|RangeError|ReferenceError|SyntaxError|ZodError|DatabaseError): /,
  /\bECONN\w+\b/,
  /Maximum call stack/,
];

/** What a text gives away of how the server is made; null where it gives nothing away. */
export function leakIn(text: string): string | null {
  for (const pattern of internals) {
    const found = pattern.exec(text);
    if (found !== null) return found[0].trim();
  }
  return null;
}
