import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useZone } from "../../shell/Session.tsx";
import { timeText } from "../../text/times.ts";
import type { Overtaking } from "./usePublishing.ts";

interface Props {
  readonly overtaking: Overtaking;
  readonly isBeside: boolean;
  readonly onBeside: () => void;
  readonly onGoOn: (options: { carryOver: boolean }) => void;
}

/** Says that somebody else was faster, and what can be done about it. Nothing is lost by then. */
export function Overtaken({ overtaking, isBeside, onBeside, onGoOn }: Props) {
  const zone = useZone();
  const heading = useRef<HTMLHeadingElement>(null);
  const { by, at, loaded } = overtaking;
  const version = loaded.outline.outlineVersion;
  // biome-ignore lint/correctness/useExhaustiveDependencies: said anew for each version.
  useEffect(() => {
    const timer = setTimeout(() => heading.current?.focus(), 50);
    return () => clearTimeout(timer);
  }, [version]);
  return (
    <section className="md-overtaken" role="alert">
      <h2 ref={heading} tabIndex={-1}>
        {nameOf(by)} published version {version} meanwhile
      </h2>
      <p>
        {at === null ? "" : `At ${timeText(at, zone)}. `}Your draft is kept, and nothing of it is
        published yet.
      </p>
      <div className="md-overtaken-ways">
        <Button size="xs" onClick={() => onGoOn({ carryOver: true })}>
          Carry my edits over to version {version}
        </Button>
        <Button size="xs" variant="default" aria-pressed={isBeside} onClick={onBeside}>
          {isBeside ? `Hide version ${version}` : `Show version ${version} beside`}
        </Button>
        <Button size="xs" variant="subtle" color="red" onClick={() => onGoOn({ carryOver: false })}>
          Discard mine
        </Button>
      </div>
    </section>
  );
}

/** Who published a version, as the API knows them: by the name of a key, or by their role. */
function nameOf(actor: string | null): string {
  if (actor === null || actor === "open") return "Somebody";
  return actor === "administrator" ? "An administrator" : actor;
}
