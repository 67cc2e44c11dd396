import { CertificatePage } from "./CertificatePage.tsx";
import { CoursePage } from "./CoursePage.tsx";
import { GalleryPage } from "./gallery/GalleryPage.tsx";
import { HomePage } from "./HomePage.tsx";
import { Layout } from "./Layout.tsx";
import { LessonPage } from "./LessonPage.tsx";
import type { PageContent, PageData } from "./PageData.ts";

/** Any page of the site, rendered on the server and taken over in the browser. */
export function Site({ data }: { data: PageData }) {
  return (
    <Layout data={data}>
      <Content data={data} />
    </Layout>
  );
}

function Content({ data }: { data: PageData }) {
  const { content } = data;
  switch (content.name) {
    case "home":
      return <HomePage data={data} content={content} />;
    case "course":
      return <CoursePage data={data} content={content} />;
    case "lesson":
      return <LessonPage data={data} content={content} />;
    case "certificate":
      return <CertificatePage data={data} content={content} />;
    case "gallery":
      return <GalleryPage content={content} />;
    case "missing":
      return (
        <div className="plain">
          <h1>Not found</h1>
          <p>{content.what}</p>
          <p>
            <a href="/demo">To your courses</a>
          </p>
        </div>
      );
  }
}

/** What the browser's tab says. */
export function titleOf(content: PageContent): string {
  const site = "Northlight Academy";
  switch (content.name) {
    case "lesson": {
      const all = [...content.page.lessons, ...content.page.retiredLessons];
      return `${all.find(({ id }) => id === content.lesson)?.title} · ${site}`;
    }
    case "course":
      return `${content.page.title} · ${site}`;
    case "certificate":
      return `Certificate: ${content.page.title} · ${site}`;
    case "gallery":
      return `Components · ${site}`;
    case "missing":
      return `Not found · ${site}`;
    case "home":
      return `My courses · ${site}`;
  }
}
