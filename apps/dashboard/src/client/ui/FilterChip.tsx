import type { ReactNode } from "react";

interface Props {
  /** What it filters by, such as `lesson`. */
  readonly by: string;
  readonly children: ReactNode;
  remove(): void;
}

/** What a list is filtered by, where that has no field of its own: pressed, it goes away. */
export function FilterChip({ by, children, remove }: Props) {
  return (
    <button
      type="button"
      className="md-chip"
      aria-label={`Remove the filter by ${by}`}
      onClick={remove}
    >
      {children} <span aria-hidden>×</span>
    </button>
  );
}
