import { PageLink } from "../address/PageLink.tsx";
import { pages } from "../address/pages.ts";
import { useHref } from "../address/useView.ts";

interface Props {
  readonly learner: string | null;
  readonly name: string | null;
}

/** A learner by name, or by the host's id where no name was given; who was erased has neither. */
export function PersonLink({ learner, name }: Props) {
  const href = useHref();
  if (learner === null) return <span className="md-quiet">Erased</span>;
  return (
    <span className="md-two">
      <PageLink href={href(pages.learner(learner))} className="md-link md-strong" tabIndex={-1}>
        {name ?? learner}
      </PageLink>
      {name === null ? null : <span className="md-quiet">{learner}</span>}
    </span>
  );
}

/** What a learner is called where there is no room for a link. */
export function personName({ learner, name }: Props): string {
  return name ?? learner ?? "Erased";
}
