const parts = [
  "",
  "-1",
  "0",
  "9",
  "9999",
  "32768",
  "99999",
  "9223372036854775807",
  "999999999999999999",
  "\0",
  "\ud800",
  "v",
  "v100",
  "v999.99",
  "v2026-02-30T00:00:00.000Z",
  "2000-01-01T00:00:00.000Z",
  "9999-12-31T23:59:59.999Z",
  "2026-02-30T00:00:00.000Z",
  "infinity",
  "'; drop table milepost.learner; --",
  "🙂".repeat(300),
];

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Cursors that a page answered, and what somebody could make of them who saw what is in them. */
export function hostileCursors(cursors: readonly string[]): string[] {
  const altered = cursors.flatMap((cursor) => {
    const key: unknown = read(cursor);
    if (!Array.isArray(key)) return [`${cursor}A`, cursor.slice(1)];
    const replaced = key.flatMap((_, at) => parts.map((part) => encode(key.with(at, part))));
    const others = [key.slice(1), [...key, ""], key.map(() => null), key.toReversed(), { ...key }];
    return [...replaced, ...others.map(encode)];
  });
  return [...altered, "latest", "e30", "bnVsbA", "AAAA", "=", encode("x".repeat(1_000))];
}

function read(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}
