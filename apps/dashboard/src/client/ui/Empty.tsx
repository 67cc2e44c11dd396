import { Button } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  readonly title: string;
  readonly children?: ReactNode;
  /** What makes it less empty, such as taking a filter back. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Nothing to show, and why: not an error, and not a zero. */
export function Empty({ title, children, action }: Props) {
  return (
    <div className="md-state">
      <strong>{title}</strong>
      {children === undefined ? null : <span>{children}</span>}
      {action === undefined ? null : (
        <Button size="xs" variant="default" onClick={action.run}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
