import type { CurvePoint } from "@milepost/client";

/** Finishers by the days that they took: of a last bin, which has no end, `most` is null. */
export interface FinisherBin {
  readonly fewest: number;
  readonly most: number | null;
  readonly finishers: number;
}

/** Days that a bin spans, such as people count in. */
const widths = [1, 2, 3, 5, 7, 14, 30, 60, 90, 180, 365];
const mostBins = 12;

/** Who finished, in a dozen bins at most; the slowest twentieth may share the last one. */
export function finisherBins(curve: readonly CurvePoint[]): FinisherBin[] {
  const finishers = (from: number, through: number) =>
    curve.reduce((n, { day, finished }) => n + (day >= from && day <= through ? finished : 0), 0);
  const last = curve.findLast(({ finished }) => finished > 0)?.day;
  if (last === undefined) return [];
  const all = finishers(0, last);
  const most = curve.find(({ day }) => finishers(0, day) >= 0.95 * all)?.day ?? last;
  const width = widths.find((one) => most <= one * (mostBins - 1)) ?? Math.ceil(most / mostBins);
  const count = Math.max(1, Math.ceil(most / width));
  const bins = Array.from({ length: count }, (_, at) => {
    // A first bin begins with those who took no time at all.
    const fewest = at === 0 ? 0 : at * width + 1;
    const through = (at + 1) * width;
    return { fewest, most: through, finishers: finishers(fewest, through) };
  });
  const rest = finishers(count * width + 1, last);
  return rest === 0 ? bins : [...bins, { fewest: count * width + 1, most: null, finishers: rest }];
}
