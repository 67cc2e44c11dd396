import { MilepostError } from "./MilepostError.ts";

/** A keyset cursor, opaque to callers: the sort key of a page's last row. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/**
 * The sort key in a cursor that {@link encodeCursor} made, of as many parts as `shape` has, each
 * matching its pattern; undefined for the first page.
 *
 * @throws {@link MilepostError} `cursor_invalid`
 */
export function decodeCursor(
  cursor: string | undefined,
  shape: readonly RegExp[],
): string[] | undefined {
  if (cursor === undefined) return undefined;
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch (error) {
    throw new MilepostError("cursor_invalid", {}, error);
  }
  const fits =
    Array.isArray(key) &&
    key.length === shape.length &&
    key.every((part, i) => typeof part === "string" && isKeyPart(part) && shape[i]?.test(part));
  if (!fits) throw new MilepostError("cursor_invalid");
  return key as string[];
}

/** PostgreSQL fails on NUL and on half of a surrogate pair, instead of finding nothing. */
function isKeyPart(part: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(part);
}
