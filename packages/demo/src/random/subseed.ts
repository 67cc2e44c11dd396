import { mix } from "./mix.ts";

/**
 * The seed of one part of a population: of a course (by label), of a learner (by number). Parts
 * draw from streams of their own, so that adding a course changes no other course's history.
 *
 * @param part - a name, or an integer of which the low 32 bits count
 * @returns an integer from 0 to 2^32 - 1; for one seed, every number gets another
 */
export function subseed(seed: number, part: string | number): number {
  if (typeof part === "number") return mix(mix(seed) ^ part);
  let hash = mix(seed);
  for (let i = 0; i < part.length; i++) hash = mix(hash ^ part.charCodeAt(i));
  return hash;
}
