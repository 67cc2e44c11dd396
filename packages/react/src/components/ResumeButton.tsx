import { useResume } from "../hooks/useResume.ts";
import { useProgress } from "../provider/ProgressContext.ts";

export interface ResumeButtonProps {
  /** Where the link leads while nothing is known, so that there is one. */
  readonly fallbackHref?: string | undefined;
}

/**
 * The link that leads on: to the lesson that the resume rule names, to the certificate, or to the
 * outline; never to a lesson that is closed. Below it stands why.
 */
export function ResumeButton({ fallbackHref }: ResumeButtonProps) {
  const { texts } = useProgress();
  const resume = useResume();
  if (resume === null) {
    return (
      <span className="lp lp-resume" part="resume" data-state="loading" aria-busy="true">
        <a className="lp-button lp-primary" part="button" href={fallbackHref}>
          {texts.text("toOutline")}
        </a>
        <span className="lp-reason">{texts.text("loading")}</span>
      </span>
    );
  }
  return (
    <span className="lp lp-resume" part="resume" data-state={resume.mode}>
      <a className="lp-button lp-primary" part="button" href={resume.href ?? fallbackHref}>
        {resume.label}
      </a>
      <span className="lp-reason" part="text">
        {resume.reason}
      </span>
    </span>
  );
}
