import { type ReactNode, useEffect, useRef } from "react";

interface Props {
  readonly title: string;
  /** What stands above the title, such as where it belongs. */
  readonly above?: ReactNode;
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One page: its title is said to who opened it, also to who cannot see it. */
export function Page({ title, above, about, actions, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Milepost`;
  }, [title]);
  useEffect(() => {
    // From one page to the next, not when the dashboard itself is opened.
    if (window.history.state !== null || hasOpened) heading.current?.focus({ preventScroll: true });
    hasOpened = true;
  }, []);
  return (
    <div className="md-page">
      {above}
      <header className="md-page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {about === undefined ? null : <div className="md-page-about">{about}</div>}
        </div>
        {actions === undefined ? null : <div className="md-page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

let hasOpened = false;
