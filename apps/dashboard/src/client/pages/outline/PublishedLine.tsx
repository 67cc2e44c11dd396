import { IconCircleCheck } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { PageLink } from "../../address/PageLink.tsx";
import { pages } from "../../address/pages.ts";
import { useHref } from "../../address/useView.ts";

/** Says that a version is published, to whoever sees it and to whoever hears it. */
export function PublishedLine({ course, version }: { course: string; version: number | null }) {
  const href = useHref();
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (version === null) return;
    // The dialog gives the focus back to a button that can't be pressed any more.
    const timer = setTimeout(() => line.current?.focus(), 50);
    return () => clearTimeout(timer);
  }, [version]);
  return (
    <div className="md-published" role="status" ref={line} tabIndex={-1}>
      {version === null ? null : (
        <>
          <IconCircleCheck size={18} aria-hidden />
          <span>
            <strong>Version {version} is published.</strong> Learners see it from now on.
          </span>
          <PageLink href={href(pages.course(course))}>Back to the course</PageLink>
          <PageLink href={href(pages.course(course), { tab: "changes" })}>All versions</PageLink>
        </>
      )}
    </div>
  );
}
