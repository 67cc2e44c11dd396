import { addressOf } from "./addresses.ts";
import type { PageContent, PageData } from "./PageData.ts";

type Certificate = Extract<PageContent, { name: "certificate" }>;

/** The academy's own certificate: Milepost says who is eligible, and the host issues it. */
export function CertificatePage({ data, content }: { data: PageData; content: Certificate }) {
  const { page } = content;
  const back = addressOf({ to: "course", course: page.course });
  if (page.completedAt === null) {
    return (
      <div className="plain">
        <h1>Not yet</h1>
        <p>
          The certificate of <a href={back}>{page.title}</a> is yours once every required lesson is
          complete. {page.missing.length} to go.
        </p>
      </div>
    );
  }
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "Europe/Berlin" });
  return (
    <div className="plain">
      <section className="certificate" aria-label="Certificate">
        <p className="eyebrow">Northlight Academy</p>
        <h1>{page.title}</h1>
        <p>
          completed by <strong>{data.learner?.name}</strong>
          <br />
          on {day.format(new Date(page.completedAt))}
        </p>
        <p className="quiet">
          All lessons required by version {page.completedOutlineVersion} of the course.
        </p>
      </section>
      <p>
        <a href={back}>Back to the course</a>
      </p>
    </div>
  );
}
