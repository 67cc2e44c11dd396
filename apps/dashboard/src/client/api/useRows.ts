import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";

interface Page<Row> {
  readonly items: readonly Row[];
  readonly next: string | null;
}

/** A list that is read page by page, as far as somebody looks at it. */
export function useRows<Row, P extends Page<Row>>(
  key: readonly unknown[],
  read: (after: string | undefined) => Promise<P & Page<Row>>,
) {
  const answer = useInfiniteQuery({
    queryKey: ["rows", ...key],
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = answer;
  const rows = useMemo(() => data?.pages.flatMap((page) => [...page.items]) ?? [], [data]);
  const more = useMemo(
    () =>
      hasNextPage ? { isLoading: isFetchingNextPage, load: () => void fetchNextPage() } : undefined,
    [hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  return { answer, rows: rows as Row[], first: data?.pages[0], more };
}
