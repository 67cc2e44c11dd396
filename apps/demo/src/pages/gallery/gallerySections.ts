import { outlineStates, statusStates, toggleStates } from "./lessonStates.tsx";
import { certificateStates, dueStates, syncStates } from "./noticeStates.tsx";
import { barStates, ringStates, segmentedStates } from "./progressStates.tsx";
import { resumeStates } from "./resumeStates.tsx";
import type { GalleryState } from "./Shown.tsx";
import type { SampleCourse } from "./sampleCourses.ts";

export interface GallerySection {
  /** Of the element, so that links lead there. */
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly states: readonly GalleryState[];
}

/** Every component, each with all of its states. */
export function gallerySections(course: SampleCourse): GallerySection[] {
  return [...progressSections(course), ...lessonSections(course), ...noticeSections(course)];
}

function progressSections(course: SampleCourse): GallerySection[] {
  return [
    {
      id: "course-progress",
      title: "Course progress: bar",
      about: "How far the learner is, in lessons. Solid is what the server has.",
      states: barStates(course),
    },
    {
      id: "course-progress-segmented",
      title: "Course progress: segmented",
      about: "For short courses, where a lesson is large enough to be seen.",
      states: segmentedStates(course),
    },
    {
      id: "course-progress-ring",
      title: "Course progress: ring",
      about: "For cards and lists of courses.",
      states: ringStates(course),
    },
  ];
}

function lessonSections(course: SampleCourse): GallerySection[] {
  return [
    {
      id: "lesson-status",
      title: "Lesson status",
      about: "The mark beside a lesson: seven shapes, and words for screen readers.",
      states: statusStates(course),
    },
    {
      id: "completion-toggle",
      title: "Completion toggle",
      about: "One name, whatever happens; whether it is pressed says the rest.",
      states: toggleStates(course),
    },
    {
      id: "course-outline",
      title: "Course outline",
      about: "The lessons by section, each with its mark.",
      states: outlineStates(course),
    },
  ];
}

function noticeSections(course: SampleCourse): GallerySection[] {
  return [
    {
      id: "resume-button",
      title: "Resume button",
      about: "One link to where the learner goes on, and the reason below it.",
      states: resumeStates(course),
    },
    {
      id: "due-badge",
      title: "Due badge",
      about: "The deadline in full, in the zone it was set in.",
      states: dueStates(course),
    },
    {
      id: "certificate-status",
      title: "Certificate status",
      about: "Who is eligible is known here; the certificate is the host's.",
      states: certificateStates(course),
    },
    {
      id: "sync-status",
      title: "Sync status",
      about: "Seen only while something waits to be sent.",
      states: syncStates(course),
    },
  ];
}
