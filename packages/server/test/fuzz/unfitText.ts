/** Where a value of JSON holds NUL or half of a surrogate pair; null where it does not. */
export function unfitText(value: unknown, path = "body"): string | null {
  if (typeof value === "string") return unfit.test(value) ? path : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [name, member] of Object.entries(value)) {
    if (unfit.test(name)) return `a name in ${path}`;
    const found = unfitText(member, `${path}.${name}`);
    if (found !== null) return found;
  }
  return null;
}

const unfit = /[\0\p{Surrogate}]/u;
