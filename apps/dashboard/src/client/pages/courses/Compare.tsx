import { CloseButton } from "@mantine/core";
import { finishersView } from "../../address/behind.ts";
import { pages } from "../../address/pages.ts";
import { useHref } from "../../address/useView.ts";
import { ComparedCurves } from "../../charts/ComparedCurves.tsx";
import { useScope } from "../../shell/Session.tsx";
import { Panel } from "../../ui/Panel.tsx";

interface Props {
  readonly courses: readonly string[];
  readonly titles: ReadonlyMap<string, string>;
  close(): void;
}

/** The curves of two to four courses over one another. */
export default function Compare({ courses, titles, close }: Props) {
  const scope = useScope();
  const href = useHref();
  return (
    <Panel
      title="Time to complete, compared"
      explain={{ of: "incidence" }}
      actions={<CloseButton aria-label="Close the comparison" onClick={close} />}
    >
      <ComparedCurves
        name="Time to complete, compared"
        from="firstAccess"
        of={courses.map((course) => ({
          key: course,
          label: titles.get(course) ?? course,
          course,
          scope,
          hrefOf: (day) => href(pages.course(course), finishersView("firstAccess", day)),
        }))}
      />
    </Panel>
  );
}
