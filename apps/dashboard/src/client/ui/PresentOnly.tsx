import { useView } from "../address/useView.ts";

interface Props {
  readonly what: string;
  /** The enrollment window does not count here either. */
  readonly ofAll?: boolean;
}

/** Says which of what was chosen for all pages does not count for a part of this one. */
export function PresentOnly({ what, ofAll = false }: Props) {
  const { view } = useView();
  const hasWindow = view.enrolledFrom !== undefined || view.enrolledBefore !== undefined;
  const unheeded = [
    ...(view.asOf === undefined ? [] : ["the instant"]),
    ...(ofAll && hasWindow ? ["the enrollment window"] : []),
  ];
  if (unheeded.length === 0) return null;
  const of = view.asOf === undefined ? "of every enrollment" : "of the present";
  return (
    <p className="md-stale" role="note">
      {what}: {of}. Of what was chosen, {unheeded.join(" and ")}{" "}
      {unheeded.length === 1 ? "does" : "do"} not count here.
    </p>
  );
}
