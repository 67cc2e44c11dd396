import { useView } from "../address/useView.ts";

/** Says that a part of the page is of the present, though the page is as of an earlier instant. */
export function PresentOnly({ what }: { what: string }) {
  const { view } = useView();
  if (view.asOf === undefined) return null;
  return (
    <p className="md-stale" role="note">
      {what} is known of the present alone: the instant that was chosen does not count here.
    </p>
  );
}
