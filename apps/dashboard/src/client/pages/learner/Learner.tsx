import { ApiProblem, type LearnerProfile } from "@milepost/client";
import { PageLink } from "../../address/PageLink.tsx";
import { pages } from "../../address/pages.ts";
import { useHref, useView } from "../../address/useView.ts";
import { readLearner } from "../../api/learners.ts";
import { useAnswer } from "../../api/useAnswer.ts";
import { Page } from "../../shell/Page.tsx";
import { SavedViews } from "../../shell/SavedViews.tsx";
import "../../styles/learner.css";
import { Empty } from "../../ui/Empty.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { Widget } from "../../ui/Widget.tsx";
import { CoursesOf } from "./CoursesOf.tsx";
import { LearnerHead } from "./LearnerHead.tsx";

/** One learner: who it is, how far they are, and what was recorded of it. */
export default function Learner({ learner }: { learner: string }) {
  const href = useHref();
  const profile = useAnswer("figures", ["learner", learner], () => readLearner(learner));
  const { view } = useView();
  const above = (
    <nav aria-label="Above" className="md-above">
      <PageLink href={href(pages.learners())}>Learners</PageLink>
    </nav>
  );
  if (isNobody(profile.error)) {
    return (
      <Page title="No such learner" above={above}>
        <Empty title={`Nobody is known as “${learner}”`}>
          Either there never was, or they were erased: then name, id, address and all that could
          name them are gone for good. What is left are dates and outcomes without a person, which
          reports still count.
        </Empty>
      </Page>
    );
  }
  return (
    <Page
      title={profile.data?.name ?? learner}
      above={above}
      about={aboutOf(profile.data)}
      actions={
        <>
          <SavedViews page="learner" />
          <ShareButton />
        </>
      }
    >
      <Widget answer={profile} height={110}>
        {(data) => <LearnerHead profile={data} />}
      </Widget>
      <CoursesOf learner={learner} chosen={view.course} />
    </Page>
  );
}

function aboutOf(profile: LearnerProfile | undefined): string | null {
  if (profile === undefined) return null;
  const { id, name, email } = profile;
  return [name === null ? null : id, email].filter((part) => part !== null).join(" · ");
}

function isNobody(error: Error | null): boolean {
  return error instanceof ApiProblem && error.code === "learner_not_found";
}
