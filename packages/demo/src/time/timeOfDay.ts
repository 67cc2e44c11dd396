import type { Random } from "../random/random.ts";
import { HOUR } from "./units.ts";

/**
 * The time at which somebody sits down to study, in milliseconds after midnight: mornings and
 * afternoons with a dip at noon, the hours people at a desk have for a course.
 *
 * @param leisure - share of evenings, 0–1
 */
export function timeOfDay(random: Random, leisure: number): number {
  if (random() < leisure) return 18.5 * HOUR + random() * 3.5 * HOUR;
  // The mean of two draws leans to the middle of the span.
  const lean = (random() + random()) / 2;
  return random() < 0.5 ? (8.5 + lean * 3.5) * HOUR : (12.75 + lean * 4.25) * HOUR;
}
