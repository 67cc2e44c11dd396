import type { DayCounts } from "./DayCounts.ts";
import { type Interval, z95 } from "./wilsonInterval.ts";

/** A step of the curve of completion. */
export interface IncidencePoint {
  /** Whole days since the origin. */
  readonly day: number;
  /** Share completed by the end of that day, 0–1. */
  readonly completed: number;
  /**
   * 95 % interval; null while nobody has completed and once everybody has, where it has no value.
   */
  readonly low: number | null;
  readonly high: number | null;
  /** Attempts neither completed, withdrawn nor censored before that day. */
  readonly atRisk: number;
  /** Attempts completed on that day: of the finishers alone, as many as took so long. */
  readonly finished: number;
}

/**
 * Cumulative incidence of completion by Aalen and Johansen, with withdrawal as a competing event.
 * An attempt censored on a day is still at risk on it. Without withdrawals this is one minus
 * Kaplan–Meier.
 *
 * The variance is that of the delta method (E. Marubini and M. G. Valsecchi, Analysing Survival
 * Data from Clinical Trials and Observational Studies, Wiley 1995; as in V. Coviello and
 * M. Boggess, Cumulative incidence estimation in the presence of competing risks, Stata Journal 4
 * (2004), 103–112). With d events on day t of n at risk, c of them completions, S the share still
 * going before t and F(t) the incidence, it is the sum over the days t ≤ u of
 *
 *     (F(u) − F(t))² d / (n (n − d)) + S² c (n − c) / n³ − 2 (F(u) − F(t)) S c / n²
 *
 * Without withdrawals that is Greenwood's, term by term. The interval is log(−log) on 1 − F, as it
 * is made for Kaplan–Meier.
 *
 * @returns a point a day with a completion or a withdrawal, ascending; nothing is rounded
 */
export function incidence(counts: DayCounts): IncidencePoint[] {
  const points: IncidencePoint[] = [];
  const variance = new RunningVariance();
  let atRisk = sum(counts.completed) + sum(counts.withdrawn) + sum(counts.censored);
  let going = 1;
  let share = 0;
  counts.days.forEach((day, i) => {
    const completed = counts.completed[i] ?? 0;
    const events = completed + (counts.withdrawn[i] ?? 0);
    if (events > 0) {
      const rise = (going * completed) / atRisk;
      variance.add({ completed, events, atRisk, going, rise });
      share += rise;
      // Of everyone nobody is left: said exactly, so that no rounding error survives.
      going = events === atRisk ? 0 : going * (1 - events / atRisk);
      const { low, high } = interval(share, variance.value) ?? { low: null, high: null };
      points.push({
        day,
        completed: Math.min(share, 1),
        low,
        high,
        atRisk,
        finished: completed,
      });
    }
    atRisk -= events + (counts.censored[i] ?? 0);
  });
  return points;
}

interface Step {
  readonly completed: number;
  readonly events: number;
  readonly atRisk: number;
  /** Share still going before the day. */
  readonly going: number;
  /** What the day adds to the incidence. */
  readonly rise: number;
}

/**
 * The three sums of the variance, carried from day to day. F(u) − F(t) grows by the day's rise for
 * every t at once, so each sum follows from the one before without the cancellation that squares
 * multiplied out would bring.
 */
class RunningVariance {
  #weights = 0;
  #weighted = 0;
  #squared = 0;
  #own = 0;
  #crossWeights = 0;
  #cross = 0;

  add({ completed, events, atRisk, going, rise }: Step): void {
    this.#squared += rise * (2 * this.#weighted + rise * this.#weights);
    this.#weighted += rise * this.#weights;
    this.#cross += rise * this.#crossWeights;
    // When all at risk end on one day the incidence rises no more, and its weight meets zeros only.
    if (events < atRisk) this.#weights += events / (atRisk * (atRisk - events));
    this.#own += (going * going * completed * (atRisk - completed)) / atRisk ** 3;
    this.#crossWeights += (going * completed) / atRisk ** 2;
  }

  get value(): number {
    return Math.max(0, this.#squared + this.#own - 2 * this.#cross);
  }
}

/** S^exp(±z·se / (S·ln S)) of S = 1 − share, turned back into shares. */
function interval(share: number, variance: number): Interval | null {
  const rest = 1 - share;
  // Where everyone completed, the share sums up to 1 but for its rounding errors.
  if (share === 0 || rest < 1e-12) return null;
  const reach = (z95 * Math.sqrt(variance)) / (rest * -Math.log(rest));
  return { low: 1 - rest ** Math.exp(-reach), high: 1 - rest ** Math.exp(reach) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
