import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

/** What is known of one row, beside the list. Mantine's own head of it would be a second banner. */
export function SidePanel({ isOpen, close, title, children }: Props) {
  return (
    <Drawer.Root opened={isOpen} onClose={close} position="right" size="md">
      <Drawer.Overlay />
      <Drawer.Content className="md-dialog">
        <div className="md-dialog-head">
          <Drawer.Title className="md-dialog-title">{title}</Drawer.Title>
          <Drawer.CloseButton aria-label="Close" />
        </div>
        <Drawer.Body className="md-dialog-body">{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
