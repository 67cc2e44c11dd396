import { Problem } from "./Problem.ts";

/** The ETag of an outline: its version. */
export function etagOf({ outlineVersion }: { outlineVersion: number }): { etag: string } {
  return { etag: `"${outlineVersion}"` };
}

/** Whether an If-None-Match header names the ETag: weakly compared, in a list, or `*`. */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  const named = (header ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return named.includes("*") || named.includes(etag);
}

/**
 * What a put is held to by If-Match (the version that was edited) or `If-None-Match: *` (0: the
 * course must not be there yet).
 *
 * @throws {@link Problem} `request_invalid` for a condition that can't be held in one statement,
 * `outline_version_mismatch` for an ETag that no outline can have
 */
export function outlineCondition(header: (name: string) => string | undefined): {
  ifVersion?: number;
} {
  const match = header("if-match")?.trim();
  const noneMatch = header("if-none-match")?.trim();
  if (match !== undefined && noneMatch !== undefined) throw unusable("If-Match");
  if (noneMatch !== undefined) {
    if (noneMatch !== "*") throw unusable("If-None-Match");
    return { ifVersion: 0 };
  }
  if (match === undefined) return {};
  if (/^"[1-9]\d{0,8}"$/.test(match)) return { ifVersion: Number(match.slice(1, -1)) };
  // If-Match compares strongly, so a weak tag never matches; neither does one that is not ours.
  if (/^(W\/)?"[^",]*"$/.test(match)) throw new Problem("outline_version_mismatch");
  throw unusable("If-Match");
}

function unusable(name: string): Problem {
  const message = "A put takes If-Match with one ETag, or If-None-Match: *, not both.";
  return new Problem("request_invalid", {
    detail: message,
    errors: [{ path: `header.${name}`, message }],
  });
}
