/** Every so many lessons comes a hard one, and so many times as many people leave at it. */
const HARD_EVERY = 7;
const HARD_FACTOR = 5;

/**
 * How far attempts get: at index k, the share of them that touch more than k lessons. Falls at
 * every lesson, steeply at the hard ones, and adds up to the mean asked for.
 *
 * @param mean - lessons that an attempt touches on average, from 1 to `lessons`
 */
export function reachOf(lessons: number, mean: number): Float64Array {
  let low = 0;
  let high = 1;
  // The mean only falls as people leave sooner, so halving finds the rate at which it is met.
  for (let step = 0; step < 50; step++) {
    const rate = (low + high) / 2;
    const touched = reachAtRate(lessons, rate).reduce((sum, share) => sum + share, 0);
    if (touched > mean) low = rate;
    else high = rate;
  }
  return reachAtRate(lessons, low);
}

function reachAtRate(lessons: number, rate: number): Float64Array {
  const reach = new Float64Array(lessons);
  let share = 1;
  for (let index = 0; index < lessons; index++) {
    reach[index] = share;
    const hard = index % HARD_EVERY === HARD_EVERY - 1;
    share *= 1 - Math.min(1, hard ? rate * HARD_FACTOR : rate);
  }
  return reach;
}
