import { MilepostError } from "./MilepostError.ts";

/** A keyset cursor, opaque to callers: the sort key of a page's last row. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/**
 * The sort key in a cursor that {@link encodeCursor} made, of as many parts as `shape` has, each
 * matching its pattern or being an instant; undefined for the first page.
 *
 * @throws {@link MilepostError} `cursor_invalid`
 */
export function decodeCursor(
  cursor: string | undefined,
  shape: readonly (RegExp | "instant")[],
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
    key.every((part, i) => typeof part === "string" && fitsShape(part, shape[i]));
  if (!fits) throw new MilepostError("cursor_invalid");
  return key as string[];
}

/** Whatever PostgreSQL would stumble over is refused here: a cursor comes from outside. */
function fitsShape(part: string, shape: RegExp | "instant" | undefined): boolean {
  if (shape === "instant") return isInstant(part);
  return shape?.test(part) === true && !/[\0\p{Surrogate}]/u.test(part);
}

/**
 * Whether a text is an instant as `toISOString()` writes it, of the years that the engine takes.
 */
export function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return time >= Date.UTC(2000) && new Date(time).toISOString() === text && text.length === 24;
}
