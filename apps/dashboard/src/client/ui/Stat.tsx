import type { ReactNode } from "react";
import { PageLink } from "../address/PageLink.tsx";
import { Explain, type ExplainProps } from "./Explain.tsx";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly note: ReactNode;
  readonly explain: ExplainProps;
  /** Where its list is. */
  readonly href?: string | undefined;
  readonly tone?: "danger" | "warn" | undefined;
}

/** One headline number, with what it is of and what it means. */
export function Stat({ label, value, note, explain, href, tone }: Props) {
  return (
    <div className="md-stat" data-tone={tone}>
      <div className="md-stat-label">
        {label} <Explain {...explain} />
      </div>
      <div className="md-stat-value">
        {href === undefined ? value : <PageLink href={href}>{value}</PageLink>}
      </div>
      <div className="md-stat-note">{note}</div>
    </div>
  );
}
