import type { DemoCourse } from "./DemoCourse.ts";
import { section } from "./section.ts";

/** The compliance course: everybody, thirty days, and again every year. */
export const fireSafety: DemoCourse = {
  id: "fire-safety",
  enrollment: "open",
  audience: 1,
  launch: 0,
  intake: { kind: "assigned", waves: 14, firstWaveShare: 0.55 },
  deadline: { kind: "afterDays", days: 30 },
  outlines: [
    {
      from: 0,
      title: "Fire safety at work",
      lessons: [
        ...section("Before anything burns", [
          ["fs-what-a-fire-needs", "What a fire needs, and how to deny it", 7, 0.03],
          ["fs-usual-suspects", "Chargers, toasters, bins: the usual suspects", 6, 0.03],
          ["fs-escape-routes", "Walk the escape routes of your floor", 12, 0.05],
          ["fs-hot-work", "Welding, grinding and other hot work", 9, 0.07, "optional"],
        ]),
        ...section("When the alarm sounds", [
          ["fs-first-minute", "The first minute", 6, 0.03],
          ["fs-calling-for-help", "What to say when you call for help", 5, 0.03],
          ["fs-right-extinguisher", "Choosing the right extinguisher", 14, 0.46],
          ["fs-people-who-need-help", "Getting out people who need help", 9, 0.04],
          ["fs-assembly-point", "At the assembly point", 4, 0.02],
        ]),
        ...section("Afterwards", [
          ["fs-near-misses", "Reporting what nearly happened", 6, 0.05],
          ["fs-marshal", "Would you like to be a fire marshal?", 8, 0.05, "optional"],
          ["fs-check", "Check yourself: a Tuesday at 10:40", 15, 0.12],
        ]),
      ],
    },
  ],
  mix: [
    ["keen", 18],
    ["steady", 34],
    ["procrastinator", 30],
    ["sampler", 5],
    ["straggler", 9],
    ["neverStarts", 4],
  ],
  renewalDays: 335,
  refresherShare: 0,
  comebackShare: 0.68,
  exemptShare: 0.02,
  exemptReasons: ["On parental leave until the autumn", "Serves in a volunteer fire brigade"],
};
