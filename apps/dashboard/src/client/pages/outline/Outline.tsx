import "../../styles/outline.css";
import "../../styles/publish.css";
import { PageLink } from "../../address/PageLink.tsx";
import { pages } from "../../address/pages.ts";
import { useHref } from "../../address/useView.ts";
import { useAnswer } from "../../api/useAnswer.ts";
import { Page } from "../../shell/Page.tsx";
import { Widget } from "../../ui/Widget.tsx";
import { Editor } from "./Editor.tsx";
import { readOutline } from "./outlineApi.ts";

/** The outline of a course, to be edited and published. */
export default function Outline({ course }: { course: string }) {
  const href = useHref();
  const answer = useAnswer("fixed", ["outline", course], () => readOutline(course));
  const outline = answer.data?.outline;
  return (
    <Page
      title="Edit outline"
      above={
        <nav aria-label="Above" className="md-above md-crumbs">
          <PageLink href={href(pages.courses())}>Courses</PageLink>
          <span aria-hidden>›</span>
          <PageLink href={href(pages.course(course))}>{outline?.title ?? course}</PageLink>
        </nav>
      }
      about={
        outline === undefined
          ? null
          : `Based on version ${outline.outlineVersion}. Learners see an edit once it is published.`
      }
    >
      <Widget answer={answer} height={520}>
        {(loaded) => <Editor course={course} loaded={loaded} />}
      </Widget>
    </Page>
  );
}
