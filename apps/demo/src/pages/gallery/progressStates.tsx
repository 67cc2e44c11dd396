import { CourseProgress } from "@milepost/react";
import { completed, makePage, viewed } from "./makePage.ts";
import { type GalleryState, stateOf } from "./Shown.tsx";
import type { SampleCourse } from "./sampleCourses.ts";

const fill = <CourseProgress />;
const segmented = <CourseProgress variant="segmented" />;
const ring = <CourseProgress variant="ring" />;
const dueAt = (at: string, overdue: boolean) => ({
  due: { at, originalAt: at, timeZone: "Europe/Berlin", overdue },
});

/** The bar in every state. */
export function barStates(course: SampleCourse): GalleryState[] {
  const all = completed(1, 2, 3, 4, 5, 6);
  const half = makePage(course, { deeds: completed(1, 2, 3) });
  const optional = course.lessons.map((lesson) => ({ ...lesson, required: false }));
  const late = { deeds: completed(1, 2), ...dueAt("2026-04-17T21:59:00.000Z", true) };
  const grown = { deeds: completed(1, 2, 3, 4, 5), completedAt: "2026-04-10T09:00:00.000Z" };
  return [
    { name: "Loading", caption: "Before the first answer.", state: stateOf(null) },
    { name: "Not started", caption: "Enrolled, and no lesson seen.", state: at(course) },
    { name: "In progress", caption: "Half of what is required.", state: stateOf(half) },
    {
      name: "Pending",
      caption: "Completed offline: striped until the server has it.",
      state: stateOf(half, { pending: ["heat"], sync: { waiting: true, online: false } }),
    },
    {
      name: "Complete",
      caption: "The day stands where the count was.",
      state: at(course, { deeds: all, completedAt: "2026-04-10T09:00:00.000Z" }),
    },
    {
      name: "Complete, lessons added since",
      caption: "What was earned stays earned.",
      state: at(course, { ...grown, added: [6] }),
    },
    { name: "Overdue", caption: "The deadline has passed.", state: at(course, late) },
    {
      name: "Error",
      caption: "No answer at all. The lesson beside it goes on.",
      state: stateOf(null, { phase: "error" }),
    },
    {
      name: "No required lessons",
      caption: "Nothing to take a share of, so no percentage.",
      state: at({ ...course, lessons: optional }, { deeds: viewed(1) }),
    },
    {
      name: "Lessons added",
      caption: "Why the share fell, until it is dismissed; this browser remembers that.",
      state: at(course, { deeds: completed(1, 2, 3), added: [5, 6] }),
    },
    {
      name: "Filled from the left",
      caption: "By choice, in right-to-left pages too.",
      state: stateOf(half),
      shows: <CourseProgress fill="ltr" />,
    },
  ].map((state) => ({ shows: fill, ...state }));
}

function at(course: SampleCourse, past: Parameters<typeof makePage>[1] = {}) {
  return stateOf(makePage(course, past));
}

/** One segment a lesson, up to twenty. */
export function segmentedStates(course: SampleCourse): GalleryState[] {
  const five = { ...course, lessons: course.lessons.slice(0, 5) };
  const thirty = { ...course, lessons: lengthen(course, 30) };
  const page = makePage(five, { deeds: completed(1, 2) });
  return [
    { name: "5 lessons", caption: "One segment a lesson.", state: stateOf(page) },
    {
      name: "5 lessons, one pending",
      caption: "The segment on its way is striped.",
      state: stateOf(page, { pending: ["allergens"], sync: { waiting: true } }),
    },
    {
      name: "30 lessons",
      caption: "Beyond twenty it is a plain bar.",
      state: at(thirty, { deeds: completed(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) }),
    },
  ].map((state) => ({ ...state, shows: segmented }));
}

function lengthen({ lessons }: SampleCourse, count: number): SampleCourse["lessons"] {
  return Array.from({ length: count }, (_, place) => place).flatMap((place) => {
    const lesson = lessons[place % lessons.length];
    return lesson === undefined ? [] : [{ ...lesson, id: `long-${place}`, required: true }];
  });
}

/** The ring, whose text stands beside it. */
export function ringStates(course: SampleCourse): GalleryState[] {
  const half = makePage(course, { deeds: completed(1, 2, 3) });
  const all = completed(1, 2, 3, 4, 5, 6);
  return [
    { name: "Loading", caption: "Before the first answer.", state: stateOf(null) },
    { name: "Not started", caption: "An empty ring.", state: at(course) },
    { name: "In progress", caption: "Clockwise from the top.", state: stateOf(half) },
    {
      name: "Pending",
      caption: "What is on its way is lighter, and said.",
      state: stateOf(half, { pending: ["heat"], sync: { waiting: true } }),
    },
    {
      name: "Complete",
      caption: "Closed.",
      state: at(course, { deeds: all, completedAt: "2026-04-10T09:00:00.000Z" }),
    },
    {
      name: "Overdue",
      caption: "The deadline has passed.",
      state: at(course, { deeds: completed(1), ...dueAt("2026-04-17T21:59:00.000Z", true) }),
    },
  ].map((state) => ({ ...state, shows: ring }));
}
