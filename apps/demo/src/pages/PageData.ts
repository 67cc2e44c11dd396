import type { CourseProgressPage } from "@milepost/client";
import type { DemoLearner } from "../host/Academy.ts";

/** A course as the start page shows it. */
export interface CourseCard {
  readonly id: string;
  readonly title: string;
  /** Null where the learner is not enrolled. */
  readonly page: CourseProgressPage | null;
}

export type PageContent =
  | { readonly name: "home"; readonly resume: string | null; readonly courses: CourseCard[] }
  | { readonly name: "course"; readonly page: CourseProgressPage; readonly about: string }
  | {
      readonly name: "lesson";
      readonly page: CourseProgressPage;
      readonly lesson: string;
      /** The lesson's text. */
      readonly html: string;
    }
  | { readonly name: "certificate"; readonly page: CourseProgressPage }
  | { readonly name: "gallery"; readonly locale: GalleryLocale; readonly theme: string | null }
  | { readonly name: "missing"; readonly what: string };

export type GalleryLocale = "en" | "de" | "ar";

/** All that a page is made of, on the server and again in the browser. */
export interface PageData {
  /** When it was rendered. */
  readonly now: string;
  readonly learner: DemoLearner | null;
  readonly learners: readonly DemoLearner[];
  readonly content: PageContent;
}
