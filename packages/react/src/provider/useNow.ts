import { useEffect, useState } from "react";

const minute = 60_000;

/**
 * The present, to the minute. While a page is hydrated it is what the server rendered with, so that
 * both write the same; null where that is not said. A stopped clock stays there.
 */
export function useNow(
  rendered: string | undefined,
  { isStopped }: { isStopped: boolean },
): Date | null {
  const [now, setNow] = useState(() => (rendered === undefined ? null : new Date(rendered)));
  useEffect(() => {
    if (isStopped) return undefined;
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), minute);
    return () => clearInterval(timer);
  }, [isStopped]);
  return now;
}
