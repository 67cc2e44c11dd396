import { Page } from "../../shell/Page.tsx";
/** Overview. */
export function Overview() {
  return <Page title="Overview">…</Page>;
}
