import "../messages/enMore.ts";
import type { ReactNode } from "react";
import { useProgress } from "../provider/ProgressContext.ts";
import { Icon } from "./Icon.tsx";

/** More of what is missing stands in the outline, where it is easier to find. */
const listedAtMost = 3;

/**
 * Whether the learner has earned the certificate, or what is missing. Earned is only what the
 * server confirmed; Milepost says who is eligible and the host issues it.
 */
export function CertificateStatus() {
  const { view, texts, hrefFor } = useProgress();
  if (view === null) return null;
  const { course, eligibleForCertificate } = view.page;
  const linked = (href: string | null, text: string) =>
    href === null ? text : <a href={href}>{text}</a>;
  if (eligibleForCertificate) {
    const href = hrefFor({ to: "certificate", course });
    return (
      <Panel state="complete">
        <strong>{texts.text("courseComplete")}</strong>
        <p>{texts.text("eligible")}</p>
        {href === null ? null : linked(href, texts.text("certificate"))}
      </Panel>
    );
  }
  if (view.total === 0) return null;
  const missing = view.lessons.filter((one) => one.required && one.completedAt === null);
  const count = missing.length;
  if (count === 0) {
    return (
      <Panel state="pending">
        <p>{texts.text("almost")}</p>
      </Panel>
    );
  }
  return (
    <Panel state="in-progress">
      <p>{texts.text("missing", { count })}</p>
      {count > listedAtMost ? null : (
        <ul>
          {missing.map(({ id, title }) => (
            <li key={id} dir="auto">
              {linked(hrefFor({ to: "lesson", course, lesson: id }), title)}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Panel({ state, children }: { readonly state: string; readonly children: ReactNode }) {
  return (
    <div className="lp lp-certificate" part="certificate" data-state={state}>
      <Icon name="award" />
      <div>{children}</div>
    </div>
  );
}
