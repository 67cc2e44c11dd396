import { hash } from "node:crypto";

/**
 * The lane of a learner, 0–1023: first ten bits of SHA-256 over `tenant/learner` in UTF-8. The same
 * number as `milepost.bucket_of` in SQL; a test compares the two.
 */
export function bucketOf(tenant: string, learner: string): number {
  return hash("sha256", `${tenant}/${learner}`, "buffer").readUInt16BE(0) >> 6;
}
