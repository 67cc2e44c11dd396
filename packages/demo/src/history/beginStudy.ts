import type { Archetype } from "../people/archetypes.ts";
import { integerBetween } from "../random/integerBetween.ts";
import type { Study } from "./Study.ts";

/** An attempt of which nothing has been done yet. */
export function beginStudy(
  given: Pick<Study, "calendar" | "random" | "rhythm" | "openedAt" | "dueAt"> & {
    readonly archetype: Archetype;
  },
): Study {
  const breaks = given.archetype.stopsAfter ?? given.archetype.pausesAfter;
  return {
    ...given,
    facts: [],
    viewed: new Set(),
    completed: new Map(),
    passed: new Set(),
    breaksAfter: breaks ? integerBetween(given.random, ...breaks) : Number.POSITIVE_INFINITY,
  };
}
