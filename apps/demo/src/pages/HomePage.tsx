import type { CourseProgressPage } from "@milepost/client";
import { CourseProgress, DueBadge, ResumeButton, SyncStatus } from "@milepost/react";
import { addressOf } from "./addresses.ts";
import type { CourseCard, PageContent, PageData } from "./PageData.ts";
import { Tracked } from "./Tracked.tsx";

type Home = Extract<PageContent, { name: "home" }>;

/** Where the learner goes on, and all their courses. */
export function HomePage({ data, content }: { data: PageData; content: Home }) {
  const { now, learner } = data;
  const resumed = content.courses.find(({ id }) => id === content.resume)?.page ?? null;
  return (
    <div className="home">
      <h1>Hello, {learner?.name.split(" ")[0]}</h1>
      {resumed === null ? null : <ResumeCard page={resumed} now={now} />}
      <h2>Your courses</h2>
      <ul className="cards">
        {content.courses.map((course) => (
          <li key={course.id}>
            <Card course={course} now={now} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ResumeCard({ page, now }: { page: CourseProgressPage; now: string }) {
  return (
    <section className="resume-card" aria-labelledby="resume-title">
      <Tracked page={page} now={now}>
        <div className="resume-head">
          <p className="eyebrow">Pick up where you left off</p>
          <h2 id="resume-title">
            <a href={addressOf({ to: "course", course: page.course })}>{page.title}</a>
          </h2>
          <DueBadge />
        </div>
        <CourseProgress labelHidden />
        <ResumeButton />
        <SyncStatus />
      </Tracked>
    </section>
  );
}

function Card({ course, now }: { course: CourseCard; now: string }) {
  const { id, title, page } = course;
  if (page === null) {
    return (
      <form className="card" method="post" action={`/demo/courses/${id}/enroll`}>
        <h3>{title}</h3>
        <p className="quiet">You are not enrolled in this course.</p>
        <button type="submit" className="plain-button">
          Enroll<span className="lp-hidden"> in {title}</span>
        </button>
      </form>
    );
  }
  return (
    <div className="card">
      <Tracked page={page} now={now} announce={false}>
        <h3>
          <a href={addressOf({ to: "course", course: id })}>{title}</a>
        </h3>
        <CourseProgress variant="ring" labelHidden />
        <DueBadge />
      </Tracked>
    </div>
  );
}
