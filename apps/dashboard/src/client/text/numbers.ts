const whole = new Intl.NumberFormat("en");

/** A count, such as `12,431`. */
export function countText(n: number): string {
  return whole.format(n);
}

/** A count with its noun, such as `1 learner` and `12 learners`. */
export function countOf(n: number, noun: string, plural = `${noun}s`): string {
  return `${countText(n)} ${n === 1 ? noun : plural}`;
}

/**
 * A share as whole percents, of a fraction 0–1. Never 0 or 100 unless it is exactly that: one of a
 * thousand is not nobody. Null is what could not be computed.
 */
export function rateText(rate: number | null): string {
  if (rate === null) return "–";
  const percent = Math.round(rate * 100);
  if (percent === 0 && rate > 0) return "< 1 %";
  if (percent === 100 && rate < 1) return "> 99 %";
  return `${percent} %`;
}

/** An interval of shares, such as `36–42 %`. */
export function intervalText(low: number | null, high: number | null): string {
  if (low === null || high === null) return "–";
  return `${Math.round(low * 100)}–${Math.round(high * 100)} %`;
}

/** Whole days, such as `1 day`. */
export function daysText(days: number): string {
  return countOf(days, "day");
}

const units = [
  [86_400, "d"],
  [3_600, "h"],
  [60, "min"],
  [1, "s"],
] as const;

/** A duration by its largest two units, such as `1 h 20 min`. */
export function secondsText(seconds: number): string {
  const at = units.findIndex(([size]) => Math.abs(seconds) >= size);
  const [size, name] = units[at === -1 ? 3 : at] ?? units[3];
  const large = Math.floor(seconds / size);
  const next = units[(at === -1 ? 3 : at) + 1];
  const rest = next === undefined ? 0 : Math.floor((seconds - large * size) / next[0]);
  return rest === 0 || next === undefined
    ? `${large} ${name}`
    : `${large} ${name} ${rest} ${next[1]}`;
}
