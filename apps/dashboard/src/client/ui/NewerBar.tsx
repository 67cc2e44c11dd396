import { Button } from "@mantine/core";
import { useLive } from "../shell/Live.tsx";
import { countOf } from "../text/numbers.ts";

/** Says that rows are older than what happened: they never move by themselves. */
export function NewerBar() {
  const { newer, showNewer } = useLive();
  return (
    <div className="md-newer" role="status">
      {newer === 0 ? null : (
        <>
          <span>{countOf(newer, "newer change")}</span>
          <Button size="compact-xs" variant="light" onClick={showNewer}>
            Show
          </Button>
        </>
      )}
    </div>
  );
}
