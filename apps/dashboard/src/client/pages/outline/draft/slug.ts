const longestSlug = 60;

/** An id that says what a lesson is about: lower-case letters of ASCII, digits and hyphens. */
export function slugOf(title: string): string {
  const plain = title
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .replaceAll(/ß/g, "ss")
    .replaceAll(/['’]/g, "")
    .toLowerCase();
  const slug = plain.replaceAll(/[^a-z\d]+/g, "-").replaceAll(/^-+|-+$/g, "");
  return slug.slice(0, longestSlug).replace(/-+$/, "") || "lesson";
}

/** The slug itself, or the first of `slug-2`, `slug-3` … that is not taken. */
export function freeId(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  for (let n = 2; ; n += 1) {
    const id = `${slug}-${n}`;
    if (!taken.has(id)) return id;
  }
}
