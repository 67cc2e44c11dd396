import { Button } from "@mantine/core";
import { countText } from "../../text/numbers.ts";
import { pageRows, type Window } from "./useWindow.ts";

interface Props {
  readonly caption: string;
  readonly seen: Window;
  readonly rows: number;
  readonly more: { readonly isLoading: boolean } | undefined;
}

/** The way from one page of rows to the next. */
export function Pager({ caption, seen, rows, more }: Props) {
  const { pageNo, setPageNo, items } = seen;
  const end = items.at(-1) ?? -1;
  const isAtEnd = end >= rows - 1;
  return (
    <nav className="md-pages" aria-label={`Pages of ${caption}`}>
      <Button
        variant="default"
        size="xs"
        disabled={pageNo === 0}
        onClick={() => setPageNo(pageNo - 1)}
      >
        Previous
      </Button>
      <span role="status">
        {rows === 0 ? "No rows" : `${countText(pageNo * pageRows + 1)}–${countText(end + 1)}`}
      </span>
      <Button
        variant="default"
        size="xs"
        disabled={isAtEnd && more === undefined}
        loading={more?.isLoading === true && isAtEnd}
        onClick={() => setPageNo(pageNo + 1)}
      >
        Next
      </Button>
    </nav>
  );
}
