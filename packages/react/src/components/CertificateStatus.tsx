import "../messages/enMore.ts";
import { useProgress } from "../provider/ProgressContext.ts";
import { Icon } from "./Icon.tsx";

/**
 * Whether the learner has earned the certificate, or what is missing. Earned is only what the
 * server confirmed; Milepost says who is eligible and the host issues it.
 */
export function CertificateStatus() {
  const { view, texts, hrefFor } = useProgress();
  if (view === null) return null;
  const { page, missing } = { page: view.page, missing: missingOf(view) };
  const { course } = page;
  if (page.eligibleForCertificate) {
    const href = hrefFor({ to: "certificate", course });
    return (
      <div className="lp lp-certificate" part="certificate" data-state="complete">
        <Icon name="award" />
        <div>
          <strong>{texts.text("courseComplete")}</strong>
          <p>{texts.text("eligible")}</p>
          {href === null ? null : <a href={href}>{texts.text("certificate")}</a>}
        </div>
      </div>
    );
  }
  if (view.total === 0) return null;
  const text = missing.length === 0 ? texts.text("almost") : null;
  return (
    <div
      className="lp lp-certificate"
      part="certificate"
      data-state={missing.length === 0 ? "pending" : "in-progress"}
    >
      <Icon name="award" />
      <div>
        <p>{text ?? texts.text("missing", { count: missing.length })}</p>
        {missing.length === 0 || missing.length > listedAtMost ? null : (
          <ul>
            {missing.map(({ id, title }) => {
              const href = hrefFor({ to: "lesson", course, lesson: id });
              return (
                <li key={id} dir="auto">
                  {href === null ? title : <a href={href}>{title}</a>}
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </div>
  );
}

/** More are in the outline, where they are easier to find. */
const listedAtMost = 3;

function missingOf({ lessons }: NonNullable<ReturnType<typeof useProgress>["view"]>) {
  return lessons.filter(({ required, completedAt }) => required && completedAt === null);
}
