import { Button } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconLink } from "@tabler/icons-react";

/** Copies the address of what is shown. Whoever opens it sees it with their own permissions. */
export function ShareButton() {
  const { copied, copy } = useClipboard({ timeout: 2_000 });
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconLink size={15} aria-hidden />}
      onClick={() => copy(window.location.href)}
    >
      <span aria-live="polite">{copied ? "Link copied" : "Share"}</span>
    </Button>
  );
}
