import { createHash } from "node:crypto";

/** A node beside the way from a leaf to the root, and on which side of it. */
export type PathStep = readonly [side: "left" | "right", hash: string];

/**
 * For each place, from 1, the nodes from which with the leaf there the root of the tree follows:
 * hashes in hex, the lowest first. The tree is that of RFC 9162, section 2.1.1.
 */
export function pathsOf(
  leafHashes: readonly string[],
  places: readonly number[],
): ReadonlyMap<number, PathStep[]> {
  const paths = new Map(places.map((place) => [place, [] as PathStep[]]));
  let level = leafHashes;
  for (let depth = 0; level.length > 1; depth += 1) {
    for (const [place, path] of paths) {
      const at = (place - 1) >> depth;
      const beside = level[at ^ 1];
      if (beside !== undefined) path.push([at % 2 === 1 ? "left" : "right", beside]);
    }
    level = parentsOf(level);
  }
  return paths;
}

function parentsOf(level: readonly string[]): string[] {
  const parents: string[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const [first = "", second] = level.slice(at, at + 2);
    parents.push(second === undefined ? first : nodeHash(first, second));
  }
  return parents;
}

function nodeHash(left: string, right: string): string {
  return createHash("sha256").update("\x01").update(left, "hex").update(right, "hex").digest("hex");
}
