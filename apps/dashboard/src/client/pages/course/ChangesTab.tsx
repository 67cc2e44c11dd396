import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { readOutlineChanges } from "../../api/reports.ts";
import { useZone } from "../../shell/Session.tsx";
import { countOf } from "../../text/numbers.ts";
import { instantText } from "../../text/times.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { changeText } from "./changeText.ts";

/** Every published version of the outline: what changed, when and by whom. */
export default function ChangesTab({ course }: { course: string }) {
  const zone = useZone();
  const changes = useInfiniteQuery({
    queryKey: ["rows", "outline-changes", course],
    queryFn: ({ pageParam }) => readOutlineChanges(course, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const items = changes.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title="Published versions" about={`Times in ${zone.label}`}>
      {changes.error === null ? null : (
        <Empty
          title="The versions could not be read"
          action={{ label: "Try again", run: () => void changes.refetch() }}
        >
          {changes.error.message}
        </Empty>
      )}
      <ol className="md-timeline">
        {items.map(({ outlineVersion, changedAt, actor, change, totalLessons }) => (
          <li key={outlineVersion}>
            <strong>Version {outlineVersion}</strong>{" "}
            <span className="md-quiet">
              {instantText(changedAt, zone)} · {actor ?? "unknown"} ·{" "}
              {countOf(totalLessons, "required lesson")}
            </span>
            <div>{changeText(change)}</div>
          </li>
        ))}
      </ol>
      {changes.hasNextPage ? (
        <Button
          variant="default"
          size="xs"
          loading={changes.isFetchingNextPage}
          onClick={() => void changes.fetchNextPage()}
        >
          Earlier versions
        </Button>
      ) : null}
    </Panel>
  );
}
