import { PageLink } from "../address/PageLink.tsx";
import { pages } from "../address/pages.ts";
import { useHref } from "../address/useView.ts";
import { Page } from "./Page.tsx";

/** An address at which there is nothing. */
export function NoPage() {
  const href = useHref();
  return (
    <Page title="There is no such page">
      <p>
        The address may be of another version.{" "}
        <PageLink className="md-link md-inline" href={href(pages.overview())}>
          Overview
        </PageLink>
      </p>
    </Page>
  );
}
