import type { ReactNode } from "react";
import { Explain, type ExplainProps } from "./Explain.tsx";

interface Props {
  readonly title: string;
  readonly about?: ReactNode;
  readonly explain?: ExplainProps;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly flush?: boolean;
}

/** A part of a page with a heading of its own. */
export function Panel({ title, about, explain, actions, children, flush = false }: Props) {
  return (
    <section className={flush ? "md-panel md-panel-flush" : "md-panel"} aria-label={title}>
      <header className="md-panel-head">
        <div>
          <h2>
            {title} {explain === undefined ? null : <Explain {...explain} />}
          </h2>
          {about === undefined ? null : <p className="md-quiet">{about}</p>}
        </div>
        {actions === undefined ? null : <div className="md-panel-actions">{actions}</div>}
      </header>
      {children}
    </section>
  );
}
