import type { AttemptState as State } from "@milepost/progress";
import { StateCell } from "../../ui/Cells.tsx";
import { stateName } from "./attemptText.ts";

/** The state of an attempt; of a completed one also whether it was late. */
export function AttemptState({ state }: { state: State }) {
  if (state.state !== "completed" || state.timing === "on-time") {
    return <StateCell state={stateName(state)} />;
  }
  return (
    <span className="md-state-cell">
      <span className="md-swatch md-tone-late" aria-hidden />
      Completed late
    </span>
  );
}
