import type { ReactNode } from "react";
import type { PageData } from "./PageData.ts";

/** The site speaks English, on the pages of the gallery that do not, too. */
const english = { lang: "en", dir: "ltr" } as const;

/** What every page has: the academy's name, the way around, and who one looks at it as. */
export function Layout({ data, children }: { data: PageData; children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#content" {...english}>
        Skip to the content
      </a>
      <header className="top" {...english}>
        <div className="top-inner">
          <a className="brand" href="/demo">
            <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
              <path d="M16 2 L28 28 H19 V20 H13 V28 H4 Z" />
            </svg>
            Northlight Academy
          </a>
          <nav className="ways" aria-label="Site">
            <a href="/demo" aria-current={data.content.name === "home" ? "page" : undefined}>
              My courses
            </a>
            <a
              href="/demo/gallery"
              aria-current={data.content.name === "gallery" ? "page" : undefined}
            >
              Components
            </a>
          </nav>
          <LearnerSwitch data={data} />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="bottom" {...english}>
        <p>
          A demo of Milepost: the academy, its people and their progress are made up. What you do
          here is recorded in this machine's own database.
        </p>
      </footer>
    </>
  );
}

function LearnerSwitch({ data }: { data: PageData }) {
  const { learner, learners } = data;
  if (learner === null) return null;
  return (
    <form className="switch" method="post" action="/demo/learner">
      <label>
        <span className="switch-label">Look at it as</span>
        <select
          name="learner"
          defaultValue={learner.id}
          onChange={(event) => event.currentTarget.form?.requestSubmit()}
        >
          {learners.map(({ id, name, hint }) => (
            <option key={id} value={id}>
              {name}, {hint}
            </option>
          ))}
        </select>
      </label>
      <noscript>
        <button type="submit">Go</button>
      </noscript>
    </form>
  );
}
