/** The ids of a request that were given: what a refusal is about. */
export function reportSubject(
  ids: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const given = Object.entries(ids).filter((id): id is [string, string] => id[1] !== undefined);
  return Object.fromEntries(given);
}
