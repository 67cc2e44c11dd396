import type { PageContent } from "../PageData.ts";
import { GallerySwitches } from "./GallerySwitches.tsx";
import { type GallerySection, gallerySections } from "./gallerySections.ts";
import { english, GalleryLanguage, Shown } from "./Shown.tsx";
import { sampleCourses } from "./sampleCourses.ts";

type Gallery = Extract<PageContent, { name: "gallery" }>;

/** Every component in every state, at an instant that never changes. */
export function GalleryPage({ content }: { content: Gallery }) {
  const { locale, theme } = content;
  const sections = gallerySections(sampleCourses[locale]);
  return (
    <GalleryLanguage value={locale}>
      <div className="gallery">
        <header className="gallery-head">
          <div {...english}>
            <h1>Components</h1>
            <p className="about">
              Each learner component in each of its states. Nothing on this page is recorded, and
              its clock stands still at noon on Tuesday, 21 April 2026.
            </p>
          </div>
          <GallerySwitches locale={locale} theme={theme} />
        </header>
        <nav className="contents" aria-label="Contents" lang="en">
          <ul>
            {sections.map(({ id, title, states }) => (
              <li key={id}>
                <a href={`#${id}`} dir="ltr">
                  {title} <span className="quiet">{states.length}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {sections.map((section) => (
          <Section key={section.id} section={section} />
        ))}
      </div>
    </GalleryLanguage>
  );
}

function Section({ section }: { section: GallerySection }) {
  const { id, title, about, states } = section;
  return (
    <section className="gallery-section" id={id} aria-labelledby={`${id}-title`}>
      <div {...english}>
        <h2 id={`${id}-title`}>{title}</h2>
        <p className="quiet">{about}</p>
      </div>
      <div className="shown-grid" data-of={id}>
        {states.map((state) => (
          <Shown key={state.name} shown={state} />
        ))}
      </div>
    </section>
  );
}
