import { SegmentedControl, TextInput } from "@mantine/core";
import { Panel } from "../../ui/Panel.tsx";
import type { Edit } from "./useEdit.ts";

const policies = {
  open: "Anybody may begin; the first lesson enrolls them.",
  required: "Only who is enrolled may begin.",
} as const;

/** What is of the course itself: its title, and who may begin it. */
export function CourseFields({ edit }: { edit: Edit }) {
  const { act, changes, mistakes } = edit;
  const { draft } = edit.history;
  return (
    <Panel title="Course">
      <div className="md-outline-course">
        <TextInput
          label="Title"
          value={draft.title}
          onChange={({ currentTarget }) => act({ type: "retitle", title: currentTarget.value })}
          error={mistakes.title}
          rightSection={changes.title ? <Mark /> : null}
          rightSectionWidth={84}
        />
        <div>
          <div className="md-outline-label" id="outline-enrollment">
            Enrollment {changes.enrollment ? <Mark /> : null}
          </div>
          <SegmentedControl
            aria-labelledby="outline-enrollment"
            data={[
              { value: "open", label: "Open" },
              { value: "required", label: "Required" },
            ]}
            value={draft.enrollment}
            onChange={(enrollment) =>
              act({ type: "setEnrollment", enrollment: enrollment as keyof typeof policies })
            }
          />
          <p className="md-quiet md-outline-hint">{policies[draft.enrollment]}</p>
        </div>
      </div>
    </Panel>
  );
}

function Mark() {
  return <span className="md-mark-badge">Modified</span>;
}
