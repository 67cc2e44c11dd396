import { Button, Group } from "@mantine/core";
import type { CourseProgressPage } from "@milepost/client";
import { useState } from "react";
import type { Act } from "../../api/acts.ts";
import { ActDialog } from "../deadlines/ActDialog.tsx";

const labels = {
  extend: "Extend",
  exempt: "Exempt",
  reinstate: "Take the exemption back",
} as const;

/** What can be done with the current attempt of one learner, as it stands. */
export function ActsOn({ page }: { page: CourseProgressPage }) {
  const [kind, setKind] = useState<Act["kind"] | null>(null);
  const kinds = kindsFor(page);
  const row = {
    learner: page.learner,
    name: null,
    course: page.course,
    courseTitle: page.title,
    attempt: page.attempt,
    dueAt: page.due?.at ?? null,
    timeZone: page.due?.timeZone ?? null,
  };
  return (
    <>
      {kinds.length === 0 ? null : (
        <Group gap="xs" mt="md">
          {kinds.map((one) => (
            <Button key={one} size="xs" variant="default" onClick={() => setKind(one)}>
              {labels[one]}
            </Button>
          ))}
        </Group>
      )}
      <ActDialog kind={kind} rows={[row]} close={() => setKind(null)} onDone={() => undefined} />
    </>
  );
}

function kindsFor({ completedAt, withdrawnAt, exemptedAt, due }: CourseProgressPage) {
  const kinds: Act["kind"][] = [];
  if (exemptedAt !== null) kinds.push("reinstate");
  else if (completedAt === null && withdrawnAt === null) {
    if (due !== null) kinds.push("extend");
    kinds.push("exempt");
  }
  return kinds;
}
