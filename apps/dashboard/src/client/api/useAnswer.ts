import { ApiProblem } from "@milepost/client";
import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";

/**
 * How an answer follows what happens: `figures` are read again by themselves, `rows` when the
 * reader asks for it, so that no table reorders under them, `fixed` when the page is opened.
 */
export type Kind = "figures" | "rows" | "fixed";

/** An answer of the API, read once for all who show it. */
export function useAnswer<T>(
  kind: Kind,
  key: readonly unknown[],
  read: () => Promise<T>,
  { enabled = true, keep = false }: { enabled?: boolean; keep?: boolean } = {},
): UseQueryResult<T> {
  return useQuery({
    queryKey: [kind, ...key],
    queryFn: read,
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Only what may pass by itself is tried again. */
export function isWorthRepeating(failures: number, error: unknown): boolean {
  const mayPass = !(error instanceof ApiProblem) || error.status >= 500 || error.status === 429;
  return mayPass && failures < 2;
}
