import { useEffect, useState } from "react";

const minute = 60_000;

/**
 * The present, to the minute. While a page is hydrated it is what the server rendered with, so that
 * both write the same; null where that is not said.
 */
export function useNow(rendered: string | undefined): Date | null {
  const [now, setNow] = useState(() => (rendered === undefined ? null : new Date(rendered)));
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), minute);
    return () => clearInterval(timer);
  }, []);
  return now;
}
