import { ActionIcon } from "@mantine/core";
import { useNetwork } from "@mantine/hooks";
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { timeText } from "../text/times.ts";
import { useLive } from "./Live.tsx";
import { useZone } from "./Session.tsx";

/** How fresh the figures are, and the way to keep them still. */
export function FreshnessChip() {
  const { mode, readAt, setPaused } = useLive();
  const { online } = useNetwork();
  const zone = useZone();
  const now = useSeconds();
  const isPaused = mode === "paused";
  const at = timeText(new Date(readAt), zone);
  const age = Math.max(0, Math.floor((now - readAt) / 1_000));
  const [tone, text] = isPaused
    ? ["paused", `Paused · data to ${at}`]
    : !online
      ? ["delayed", `Offline · data to ${at}`]
      : mode === "live"
        ? ["live", "Live"]
        : mode === "connecting"
          ? ["delayed", "Connecting"]
          : ["delayed", `Delayed · ${age} s`];
  return (
    <div className="md-fresh" data-tone={tone}>
      <span className="md-fresh-dot" aria-hidden />
      <span className="md-fresh-text" role="status">
        {text}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label={isPaused ? "Go on with live updates" : "Pause live updates"}
        onClick={() => setPaused(!isPaused)}
      >
        {isPaused ? (
          <IconPlayerPlayFilled size={13} aria-hidden />
        ) : (
          <IconPlayerPauseFilled size={13} aria-hidden />
        )}
      </ActionIcon>
    </div>
  );
}

function useSeconds(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
