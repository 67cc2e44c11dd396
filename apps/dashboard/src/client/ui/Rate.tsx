import { countText, intervalText, rateText } from "../text/numbers.ts";

interface Props {
  readonly rate: number | null;
  readonly n: number;
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
  /** What stands where there is nothing to take a share of. */
  readonly none?: string;
}

/** A share with how many it is of; its interval on hover, and for whoever is read to. */
export function Rate({ rate, n, low, high, none = "–" }: Props) {
  if (rate === null) return <span className="md-quiet">{none}</span>;
  const interval =
    low === undefined || high === undefined || low === null
      ? ""
      : `95 % interval ${intervalText(low, high)}, `;
  const said = `${interval}n = ${countText(n)}`;
  return (
    <span title={said}>
      {rateText(rate)} <span className="md-quiet">of {countText(n)}</span>
    </span>
  );
}
