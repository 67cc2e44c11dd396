import { createHash } from "node:crypto";

/**
 * The lane of a learner, 0–1023: first ten bits of SHA-256 over `tenant/learner` in UTF-8. The same
 * number as `milepost.bucket_of` in SQL; a test compares the two.
 */
export function bucketOf(tenant: string, learner: string): number {
  const hash = createHash("sha256").update(`${tenant}/${learner}`).digest();
  return hash.readUInt16BE(0) >> 6;
}
