import { useProgress } from "../provider/ProgressContext.ts";
import type { LessonView } from "../view/readView.ts";
import { Icon } from "./Icon.tsx";
import { statusText } from "./statusText.ts";

export interface LessonStatusProps {
  /** The host's own id of the lesson. */
  readonly lesson: string;
  /** Show the words, too, which screen readers are told in any case. */
  readonly showText?: boolean | undefined;
}

/**
 * The mark beside a lesson: a shape and, for screen readers, its words. Put it into the lesson's
 * own link, after the title. Nothing for a lesson that the course does not have.
 */
export function LessonStatus({ lesson, showText }: LessonStatusProps) {
  const { view } = useProgress();
  const found =
    view?.lessons.find(({ id }) => id === lesson) ?? view?.retired.find(({ id }) => id === lesson);
  return found === undefined ? null : <StatusMark lesson={found} showText={showText} />;
}

/** @internal */
export function StatusMark({
  lesson,
  showText,
}: {
  readonly lesson: LessonView;
  readonly showText?: boolean | undefined;
}) {
  const progress = useProgress();
  const { texts } = progress;
  return (
    <span className="lp lp-status" part="status" data-state={lesson.status}>
      <Icon name={lesson.status} />
      {showText ? (
        <span className="lp-status-text">{statusText(lesson, progress)}</span>
      ) : (
        <span className="lp-hidden">{`${texts.text("comma")}${statusText(lesson, progress)}`}</span>
      )}
    </span>
  );
}
