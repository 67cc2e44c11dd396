import { countText, rateText } from "../../text/numbers.ts";

interface Month {
  readonly month: string;
  readonly due: number;
  readonly onTime: number;
  readonly rate: number | null;
}

/** All months together, and the worst one that had enough to tell. */
export function onTimeSentence(months: readonly Month[]): string {
  const due = months.reduce((sum, month) => sum + month.due, 0);
  const onTime = months.reduce((sum, month) => sum + month.onTime, 0);
  if (due === 0) return "Nothing was due in the last twelve months.";
  const told = months.filter((month) => month.due >= fewest && month.rate !== null);
  const worst = told.reduce<Month | null>(
    (a, b) => (a === null || (b.rate ?? 1) < (a.rate ?? 1) ? b : a),
    null,
  );
  const all = `${rateText(onTime / due)} of ${countText(due)} were on time`;
  if (worst === null || told.length < 2) return `${all}.`;
  return `${all}; least in ${worst.month}: ${rateText(worst.rate)} of ${countText(worst.due)}.`;
}

const fewest = 5;
