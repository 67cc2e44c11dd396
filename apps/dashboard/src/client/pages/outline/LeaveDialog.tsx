import { Button, Group, Text } from "@mantine/core";
import { Dialog } from "../../ui/Dialog.tsx";
import { useLeaveGuard } from "./useLeaveGuard.ts";

/** Asks whoever leaves with edits that nobody else has seen. */
export function LeaveDialog({ isEdited, sentence }: { isEdited: boolean; sentence: string }) {
  const { isAsking, stay, leave } = useLeaveGuard(isEdited);
  return (
    <Dialog isOpen={isAsking} close={stay} title="Leave without publishing?">
      <Text size="sm">Your edits are not published and will be gone: {sentence}.</Text>
      <Group mt="lg" justify="flex-end" gap="sm">
        <Button variant="default" onClick={leave}>
          Leave
        </Button>
        <Button onClick={stay} data-autofocus>
          Keep editing
        </Button>
      </Group>
    </Dialog>
  );
}
