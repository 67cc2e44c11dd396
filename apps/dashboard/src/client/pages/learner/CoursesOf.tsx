import type { LearnerCourse } from "@milepost/client";
import { useMemo } from "react";
import { useView } from "../../address/useView.ts";
import { readLearnerCourses } from "../../api/learners.ts";
import { useRows } from "../../api/useRows.ts";
import { Empty } from "../../ui/Empty.tsx";
import { NewerBar } from "../../ui/NewerBar.tsx";
import { PresentOnly } from "../../ui/PresentOnly.tsx";
import { DataTable } from "../../ui/table/DataTable.tsx";
import { Widget } from "../../ui/Widget.tsx";
import { ChosenCourse } from "./ChosenCourse.tsx";
import { courseColumns } from "./courseColumns.tsx";

type CoursePage = Awaited<ReturnType<typeof readLearnerCourses>>;

/** Nothing of another course stays chosen. */
const fresh = { attempt: undefined, types: undefined, tab: undefined, drawer: undefined };

/** The courses of a learner, and below them the one that is looked at. */
export function CoursesOf({ learner, chosen }: { learner: string; chosen: string | undefined }) {
  const { change } = useView();
  const { answer, rows, more } = useRows<LearnerCourse, CoursePage>(
    ["learner-courses", learner],
    (after) => readLearnerCourses(learner, after),
  );
  // Without a choice, the course of the newest activity.
  const shown = chosen ?? rows[0]?.course;
  const columns = useMemo(
    () =>
      courseColumns(shown, {
        course: ({ course }) => change({ ...fresh, course }),
        why: ({ course }) => change({ ...fresh, course, drawer: "why" }),
      }),
    [change, shown],
  );
  return (
    <>
      <div className="md-rows">
        <PresentOnly what="How far they are" />
        <NewerBar />
        <Widget answer={answer} height={200}>
          {() =>
            rows.length === 0 ? (
              <Empty title="Not enrolled in any course">
                A course appears here once they are enrolled, or with the first thing they do in it.
              </Empty>
            ) : (
              <DataTable
                name="learner-courses"
                caption="Courses"
                columns={columns}
                rows={rows}
                rowId={({ course }) => course}
                rowLabel={({ title }) => title}
                total={more === undefined ? rows.length : null}
                more={more}
                onOpen={({ course }) => change({ ...fresh, course })}
                maxHeight={330}
              />
            )
          }
        </Widget>
      </div>
      {shown === undefined ? null : <ChosenCourse key={shown} learner={learner} course={shown} />}
    </>
  );
}
