import type { DemoCourse } from "@milepost/demo";

const sections = 8;
const lessonsEach = 5;
/** Every seventh lesson is one that many get stuck at. */
const hardEvery = 7;

const lessons = Array.from({ length: sections * lessonsEach }, (_, index) => ({
  id: `big-${String(index + 1).padStart(2, "0")}`,
  title: `Lesson ${index + 1}`,
  section: `Part ${1 + Math.floor(index / lessonsEach)}`,
  required: true,
  minutes: 6 + ((index * 5) % 17),
  difficulty: index % hardEvery === hardEvery - 1 ? 0.16 : 0.02,
}));

/**
 * A course of forty lessons with the demo's people in it: enrolled every other day of a year, with
 * ninety days for it by their own calendar. Lived through, an attempt touches about 25 lessons.
 */
export const bigCourse: DemoCourse = {
  id: "big",
  enrollment: "open",
  audience: 1,
  launch: 0,
  intake: { kind: "assigned", waves: 180, firstWaveShare: 0.01 },
  deadline: { kind: "afterDays", days: 90 },
  outlines: [{ from: 0, title: "A course to measure with", lessons }],
  mix: [
    ["keen", 22],
    ["steady", 34],
    ["pauser", 9],
    ["procrastinator", 14],
    ["sampler", 9],
    ["straggler", 8],
    ["neverStarts", 4],
  ],
  renewalDays: null,
  refresherShare: 0.03,
  comebackShare: 0.5,
  exemptShare: 0.03,
  exemptReasons: ["Did it before"],
};
