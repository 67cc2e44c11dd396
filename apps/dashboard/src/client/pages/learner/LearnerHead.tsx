import type { LearnerProfile } from "@milepost/client";
import { PageLink } from "../../address/PageLink.tsx";
import { pages } from "../../address/pages.ts";
import { useHref } from "../../address/useView.ts";
import { useZone } from "../../shell/Session.tsx";
import { dateText } from "../../text/times.ts";

/** Who a learner is, and the groups they belong and belonged to. */
export function LearnerHead({ profile }: { profile: LearnerProfile }) {
  const zone = useZone();
  const facts = [
    ["Language", languageText(profile.locale)],
    ["Time zone", profile.timeZone],
    ["Known since", dateText(profile.createdAt, zone)],
  ] as const;
  const now = profile.groups.filter(({ leftAt }) => leftAt === null);
  const before = profile.groups.filter(({ leftAt }) => leftAt !== null);
  return (
    <section className="md-panel md-who" aria-label="Who it is">
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value ?? <span className="md-quiet">Not given</span>}</dd>
          </div>
        ))}
        <div>
          <dt>Groups now</dt>
          <dd>
            <Groups groups={now} />
          </dd>
        </div>
        {before.length === 0 ? null : (
          <div>
            <dt>Before</dt>
            <dd>
              <Groups groups={before} />
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Groups({ groups }: { groups: LearnerProfile["groups"] }) {
  const zone = useZone();
  const href = useHref();
  if (groups.length === 0) return <span className="md-quiet">None</span>;
  return (
    <ul className="md-groups">
      {groups.map(({ group, name, kind, joinedAt, leftAt }) => (
        <li key={`${group} ${joinedAt}`}>
          <PageLink href={href(pages.courses(), { group })}>{name}</PageLink>
          <span className="md-quiet">
            {kind === null ? "" : `${kind}, `}
            {leftAt === null
              ? `since ${dateText(joinedAt, zone)}`
              : `${dateText(joinedAt, zone)} – ${dateText(leftAt, zone)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

const languages = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

function languageText(locale: string | null): string | null {
  if (locale === null) return null;
  try {
    return `${languages.of(locale)} (${locale})`;
  } catch {
    // Hosts send what they like: it is shown as it is.
    return locale;
  }
}
