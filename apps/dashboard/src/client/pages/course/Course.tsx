import { Page } from "../../shell/Page.tsx";
/** One course. */
export default function Course({ course }: { course: string }) {
  return <Page title={course}>…</Page>;
}
