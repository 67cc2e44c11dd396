import {
  CompletionToggle,
  CourseProgress,
  ProgressProvider,
  ResumeButton,
  type Target,
  useProgress,
} from "@milepost/react";
import "@milepost/react/styles.css";
import { createRoot } from "react-dom/client";

/** The course page of a platform. */
function Course() {
  // In production no page says who its learner is. Leave `learner` out and give
  // getToken={async () => (await fetch("/api/progress-token")).text()}: your back end answers a
  // short-lived token for whoever is logged in there, and the token names the learner.
  return (
    <ProgressProvider course="fire-safety" learner="ada" hrefFor={addressOf}>
      <CourseProgress />
      <ResumeButton />
      <Lessons />
    </ProgressProvider>
  );
}

/** The lessons, each with its button; the page's own markup, from what the provider knows. */
function Lessons() {
  const { view } = useProgress();
  return view?.lessons.map(({ id, title }) => (
    <section key={id} id={id}>
      <h2>{title}</h2>
      <CompletionToggle lesson={id} />
    </section>
  ));
}

/** Every lesson is on this one page; with a router, this is where its addresses are made. */
function addressOf({ to, ...target }: Target): string | null {
  if (to === "certificate") return null;
  return "lesson" in target ? `#${target.lesson}` : "#root";
}

const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<Course />);
