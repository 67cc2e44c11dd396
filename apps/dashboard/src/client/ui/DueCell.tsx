import { useZone } from "../shell/Session.tsx";
import { instantText } from "../text/times.ts";

interface Props {
  readonly at: string | null;
  /** Of the deadline itself; null where it was given as an instant. */
  readonly timeZone: string | null;
}

/** A deadline in the zone of the page, and in its own where that is another. */
export function DueCell({ at, timeZone }: Props) {
  const zone = useZone();
  if (at === null) return <span className="md-quiet">No deadline</span>;
  const isOther = timeZone !== null && timeZone !== zone.id;
  return (
    <span className="md-two">
      <time dateTime={at}>{instantText(at, zone)}</time>
      <span className="md-quiet">
        {isOther ? `${instantText(at, { id: timeZone, label: timeZone })} ${timeZone}` : zone.label}
      </span>
    </span>
  );
}
