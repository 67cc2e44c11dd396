import { ResumeButton } from "@milepost/react";
import { completed, makePage, type Past, viewed } from "./makePage.ts";
import { type GalleryState, stateOf } from "./Shown.tsx";
import type { SampleCourse } from "./sampleCourses.ts";

const all = completed(1, 2, 3, 4, 5, 6);
const completedAt = "2026-04-10T09:00:00.000Z";
const closed = ["heat", "cooling", "cleaning"];

/** Where the learner goes on, and why there: one for each mode and reason. */
export function resumeStates(course: SampleCourse): GalleryState[] {
  return [...onwardStates(course), ...endStates(course)].map((state) => ({
    shows: <ResumeButton fallbackHref="#course-outline" />,
    ...state,
  }));
}

type Unshown = Omit<GalleryState, "shows">;

function onwardStates(course: SampleCourse): Unshown[] {
  const at = (past: Past = {}) => stateOf(makePage(course, past));
  return [
    { name: "Loading", caption: "A real link from the first.", state: stateOf(null) },
    { name: "Start", caption: "New: nothing seen yet.", state: at() },
    {
      name: "Continue: unfinished",
      caption: "Seen last and not completed.",
      state: at({ deeds: [...completed(1), ...viewed(2)] }),
    },
    {
      name: "Continue: next",
      caption: "After the one completed last.",
      state: at({ deeds: completed(1, 2) }),
    },
    {
      name: "Continue: skipped",
      caption: "Nothing follows: back to the first gap.",
      state: at({ deeds: completed(1, 2, 4, 5, 6) }),
    },
    {
      name: "Continue: retired",
      caption: "The lesson seen last was replaced by another.",
      state: at({ deeds: [...completed(1, 2, 3), ...viewed(0)] }),
    },
    {
      name: "Continue: new content",
      caption: "Completed, and a required lesson was added since.",
      state: at({ deeds: completed(1, 2, 3, 4, 5), completedAt, added: [6] }),
    },
  ];
}

function endStates(course: SampleCourse): Unshown[] {
  const lessons = course.lessons.map((lesson) => ({ ...lesson, required: false }));
  const three = makePage(course, { deeds: completed(1, 2, 3) });
  const opening = { opensAt: "2026-05-04T06:00:00.000Z" };
  const behind = { blockedBy: ["practice-1", "practice-2"] };
  const gatesOf = (gate: typeof opening | typeof behind) =>
    Object.fromEntries(closed.map((lesson) => [lesson, gate]));
  const waiting = { mode: "waiting", lesson: null, reason: "next" } as const;
  return [
    {
      name: "Optional",
      caption: "Nothing else is required.",
      state: stateOf(makePage({ ...course, lessons }, { deeds: completed(1) })),
    },
    {
      name: "Waiting for a day",
      caption: "Leads to the outline, never to a closed lesson.",
      state: stateOf(three),
      gates: gatesOf(opening),
    },
    {
      name: "Waiting for other lessons",
      caption: "What has to be completed first.",
      state: stateOf(three),
      gates: gatesOf(behind),
    },
    {
      name: "Waiting",
      caption: "The server knows no more than that.",
      state: stateOf(makePage(course, { deeds: completed(1, 2, 3), resume: waiting })),
    },
    {
      name: "Certificate",
      caption: "Completed, by a host that issues certificates.",
      state: stateOf(makePage(course, { deeds: all, completedAt })),
    },
    {
      name: "Review",
      caption: "Completed, where there is no certificate.",
      state: stateOf(makePage(course, { deeds: all, completedAt })),
      certificates: false,
    },
  ];
}
