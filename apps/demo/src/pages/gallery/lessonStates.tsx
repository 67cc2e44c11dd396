import { CompletionToggle, CourseOutline, LessonStatus } from "@milepost/react";
import { completed, makePage, viewed } from "./makePage.ts";
import { type GalleryState, stateOf } from "./Shown.tsx";
import { retiredId, type SampleCourse } from "./sampleCourses.ts";

const gates = {
  heat: { blockedBy: ["allergens", "cleaning"] },
  cooling: { opensAt: "2026-05-04T06:00:00.000Z" },
};

/** The mark beside a lesson, seven shapes. */
export function statusStates(course: SampleCourse): GalleryState[] {
  const deeds = [...completed(1), ...viewed(2)];
  const state = stateOf(makePage(course, { deeds, retired: true }), { pending: ["allergens"] });
  const titles = new Map(course.lessons.map(({ id, title }) => [id, title]));
  titles.set(retiredId, course.retiredTitle);
  const all = [
    ["cleaning", "Not started", "An empty ring."],
    ["fridges", "In progress", "A ring, half of it filled."],
    ["hands", "Complete", "A tick in a disc."],
    ["allergens", "Pending", "A tick with a clock: not with the server yet."],
    ["heat", "Locked", "Other lessons come first."],
    ["cooling", "Not open", "With the day and the hour it opens."],
    [retiredId, "Retired", "No longer in the outline, and completed before."],
  ] as const;
  return all.map(([lesson, name, caption]) => ({
    ...{ name, caption, state, gates },
    shows: (
      <p className="stage-lesson">
        <span dir="auto">{titles.get(lesson)}</span>
        <LessonStatus lesson={lesson} showText />
      </p>
    ),
  }));
}

/** The button that completes a lesson, and what becomes of it. */
export function toggleStates(course: SampleCourse): GalleryState[] {
  const page = makePage(course, { deeds: [...completed(1), ...viewed(2)] });
  const pending = ["fridges"];
  const refusals = [
    { lesson: "fridges", type: "lesson.completed", code: "enrollment_required", detail: "" },
  ] as const;
  const toggle = (lesson: string) => <CompletionToggle lesson={lesson} />;
  return [
    {
      name: "Idle",
      caption: "Press it: nothing is recorded here, and it can be taken back.",
      state: stateOf(page),
    },
    { name: "Saving", caption: "Pressed and sent.", state: stateOf(page, { pending }) },
    {
      name: "Queued",
      caption: "Pressed without a network. It never says saved.",
      state: stateOf(page, { pending, sync: { waiting: true, online: false } }),
    },
    {
      name: "Undoable",
      caption: "Some seconds to take it back, before it is sent.",
      state: stateOf(page, { pending, undoable: pending }),
    },
    {
      name: "Confirmed",
      caption: "The server has it: final.",
      state: stateOf(page),
      shows: toggle("hands"),
    },
    {
      name: "Refused",
      caption: "Rolled back, with the reason.",
      state: stateOf(page, { refusals }),
    },
    {
      name: "Locked",
      caption: "Other lessons come first.",
      state: stateOf(page),
      gates,
      shows: toggle("heat"),
    },
    {
      name: "Not open yet",
      caption: "It opens on a day of its own.",
      state: stateOf(page),
      gates,
      shows: toggle("cooling"),
    },
    {
      name: "Completes by rule",
      caption: "No button: the rule in words.",
      state: stateOf(page),
      shows: <CompletionToggle lesson="allergens" rule={course.rule} />,
    },
  ].map((state) => ({ shows: toggle("fridges"), ...state }));
}

/** The lessons of the course. */
export function outlineStates(course: SampleCourse): GalleryState[] {
  const page = makePage(course, { deeds: [...completed(1, 2), ...viewed(3)] });
  const closed = makePage(course, { deeds: [...completed(1, 2), ...viewed(3)], retired: true });
  const { title } = course;
  return [
    {
      name: "Sections, current and optional",
      caption: "The lesson of the page is marked; what is optional says so.",
      state: stateOf(page),
      shows: <CourseOutline headingLevel={4} current="allergens" label={`${title} 1`} />,
    },
    {
      name: "Collapsible",
      caption: "Sections fold by a button.",
      state: stateOf(page, { pending: ["allergens"], sync: { waiting: true } }),
      shows: <CourseOutline headingLevel={4} collapsible label={`${title} 2`} />,
    },
    {
      name: "Locked, not open and retired",
      caption: "Closed lessons are no links; retired ones are shown where completed.",
      state: stateOf(closed),
      gates,
      shows: <CourseOutline headingLevel={4} label={`${title} 3`} />,
    },
    {
      name: "Skeleton",
      caption: "Before the first answer: the place is kept.",
      state: stateOf(null),
      shows: <CourseOutline headingLevel={4} />,
    },
    {
      name: "Error",
      caption: "No answer at all.",
      state: stateOf(null, { phase: "error" }),
      shows: <CourseOutline headingLevel={4} />,
    },
  ];
}
