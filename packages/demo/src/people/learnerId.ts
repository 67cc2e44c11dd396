/** The academy's id of its n-th learner, from 1: `lr-0001`. It tells nobody who that is. */
export function learnerId(number: number): string {
  return `lr-${String(number).padStart(4, "0")}`;
}
