import { Modal } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly title: string;
  readonly size?: "md" | "lg";
  readonly children: ReactNode;
}

/** A question to answer before anything else. Mantine's own head of it would be a second banner. */
export function Dialog({ isOpen, close, title, size = "md", children }: Props) {
  return (
    <Modal.Root
      opened={isOpen}
      onClose={close}
      size={size}
      centered
      classNames={{ content: "md-dialog" }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className="md-dialog-head">
          <Modal.Title className="md-dialog-title">{title}</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </div>
        <Modal.Body className="md-dialog-body">{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
