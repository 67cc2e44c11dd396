import { Select, Tabs } from "@mantine/core";
import { ApiProblem, type CourseProgressPage } from "@milepost/client";
import { PageLink } from "../../address/PageLink.tsx";
import { pages } from "../../address/pages.ts";
import { useHref, useView } from "../../address/useView.ts";
import { oneOf } from "../../address/view.ts";
import { countOf } from "../../text/numbers.ts";
import { DateCell, ProgressCell } from "../../ui/Cells.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Widget } from "../../ui/Widget.tsx";
import { ActsOn } from "./ActsOn.tsx";
import { AttemptState } from "./AttemptState.tsx";
import { stateNow } from "./attemptText.ts";
import { DueText } from "./DueText.tsx";
import { LessonsOf } from "./LessonsOf.tsx";
import { TimelineOf } from "./TimelineOf.tsx";
import { useAttemptPath, useProgress } from "./useAttempt.ts";
import { WhyDrawer } from "./WhyDrawer.tsx";

const tabs = ["timeline", "lessons"] as const;

/** One course of a learner: an attempt at it, its lessons, and its ledger. */
export function ChosenCourse({ learner, course }: { learner: string; course: string }) {
  const { view, change } = useView();
  const current = useProgress({ learner, course });
  const progress = useProgress(useAttemptPath(learner, course), { keep: true });
  const tab = oneOf(tabs, view.tab);
  if (isNothing(progress.error)) {
    return (
      <Empty
        title="There is no such attempt"
        action={{
          label: "Show the newest course",
          run: () => change({ course: undefined, attempt: undefined }),
        }}
      >
        The learner has none of that number at “{course}”.
      </Empty>
    );
  }
  return (
    <section className="md-panel md-chosen" aria-label="The chosen course">
      <Widget answer={progress} height={420}>
        {(data) => (
          <>
            <AttemptHead page={data} attempts={current.data?.attempt ?? data.attempt} />
            <Tabs
              value={tab}
              onChange={(next) => change({ tab: next === "lessons" ? next : undefined })}
              keepMounted={false}
            >
              <Tabs.List>
                <Tabs.Tab value="timeline">Timeline</Tabs.Tab>
                <Tabs.Tab value="lessons">Lessons</Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="timeline" pt="md">
                <TimelineOf page={data} />
              </Tabs.Panel>
              <Tabs.Panel value="lessons" pt="md">
                <LessonsOf page={data} />
              </Tabs.Panel>
            </Tabs>
            <WhyDrawer page={data} />
            {view.asOf === undefined && data.attempt === (current.data?.attempt ?? 0) ? (
              <ActsOn page={data} />
            ) : null}
          </>
        )}
      </Widget>
    </section>
  );
}

function isNothing(error: Error | null): boolean {
  const codes = ["enrollment_not_found", "course_not_found"];
  return error instanceof ApiProblem && error.code !== null && codes.includes(error.code);
}

/** How an attempt stands; `attempts` is how many there are, the last one being the current. */
function AttemptHead({ page, attempts }: { page: CourseProgressPage; attempts: number }) {
  const href = useHref();
  const { change } = useView();
  return (
    <header className="md-attempt">
      <div className="md-attempt-title">
        <h2>
          <PageLink href={href(pages.course(page.course))}>{page.title}</PageLink>
        </h2>
        {attempts === 1 ? (
          <span className="md-quiet">Attempt 1, the only one</span>
        ) : (
          <Select
            size="xs"
            w={170}
            aria-label="Attempt"
            allowDeselect={false}
            data={attemptChoices(attempts)}
            value={`${page.attempt}`}
            onChange={(next) =>
              change({ attempt: next === `${attempts}` ? undefined : (next ?? undefined) })
            }
          />
        )}
      </div>
      <dl className="md-attempt-facts">
        <Fact label="State">
          <AttemptState state={stateNow(page)} />
        </Fact>
        <Fact
          label={`Progress · ${page.completedLessons} of ${countOf(page.totalLessons, "lesson")}`}
        >
          <span className="md-why">
            <ProgressCell
              percentage={page.progressPercentage}
              counts={{ completed: page.completedLessons, total: page.totalLessons }}
              isComplete={page.completedAt !== null}
            />
            <button
              type="button"
              className="md-link md-plain"
              onClick={() => change({ course: page.course, drawer: "why" })}
            >
              Explain
            </button>
          </span>
        </Fact>
        <Fact label="Due">
          <DueText {...page} />
        </Fact>
        <Times page={page} />
      </dl>
    </header>
  );
}

function Times({ page }: { page: CourseProgressPage }) {
  return (
    <>
      <Fact label="Enrolled">
        <DateCell at={page.enrolledAt} />
      </Fact>
      <Fact label="First access">
        <DateCell at={page.firstViewedAt} none="Never" />
      </Fact>
      <Fact label="Completed">
        <DateCell at={page.completedAt} none="Not yet" />
      </Fact>
    </>
  );
}

function attemptChoices(attempts: number) {
  return Array.from({ length: attempts }, (_, at) => ({
    value: `${attempts - at}`,
    label: at === 0 ? `Attempt ${attempts}, current` : `Attempt ${attempts - at}`,
  }));
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
