import { Bar } from "./Bar.tsx";
import { ProgressFrame } from "./ProgressFrame.tsx";
import { Ring } from "./Ring.tsx";
import { Segments } from "./Segments.tsx";

export interface CourseProgressProps {
  /** `segmented` is a bar beyond twenty lessons, where segments are too small to tell apart. */
  readonly variant?: "bar" | "segmented" | "ring" | undefined;
  /** What it is the progress of; the course's title when omitted. */
  readonly label?: string | undefined;
  /** Keep the label for screen readers alone, where a heading beside it says the same. */
  readonly labelHidden?: boolean | undefined;
  /** `ltr` fills from the left in right-to-left pages, too. */
  readonly fill?: "ltr" | undefined;
}

const drawings = { bar: Bar, segmented: Segments, ring: Ring } as const;

/**
 * How far the learner is: what the server has is solid, what is on its way striped. The value is in
 * lessons and the text in words; neither moves along an animation.
 */
export function CourseProgress({ variant = "bar", ...props }: CourseProgressProps) {
  return (
    <ProgressFrame variant={variant} {...props}>
      {drawings[variant]}
    </ProgressFrame>
  );
}
