import type { DemoCourse } from "./DemoCourse.ts";
import { section } from "./section.ts";

/** Long, demanding, for a few: a deadline far away at one fixed instant for each intake. */
export const newManager: DemoCourse = {
  id: "new-manager",
  enrollment: "open",
  audience: 0.3,
  launch: 0.03,
  intake: { kind: "assigned", waves: 6, firstWaveShare: 0.24 },
  deadline: { kind: "at", days: 84 },
  outlines: [
    {
      from: 0,
      title: "Your first months as a manager",
      lessons: [
        ...section("Changing sides", [
          ["nm-from-colleague", "From colleague to manager", 12, 0.04],
          ["nm-what-you-stop", "What you stop doing yourself", 10, 0.05],
          ["nm-first-week", "A plan for the first week", 15, 0.04],
          ["nm-own-manager", "What to agree with your own manager", 11, 0.05],
        ]),
        ...section("Talking with people", [
          ["nm-one-to-one", "The one-to-one that is worth its hour", 16, 0.06],
          ["nm-listening", "Listening until the end", 12, 0.05],
          ["nm-praise", "Praise that says what for", 9, 0.03],
          ["nm-hard-talk", "The conversation you put off", 24, 0.45],
          ["nm-tears-and-anger", "Tears, anger, silence", 18, 0.12, "optional"],
        ]),
        ...section("Getting work done through others", [
          ["nm-delegating", "Delegating without disappearing", 17, 0.08],
          ["nm-goals", "Goals that somebody can miss", 15, 0.06],
          ["nm-planning", "A quarter on one page", 20, 0.09],
          ["nm-meetings", "Meetings you can cancel", 9, 0.03],
          ["nm-remote", "A team in three time zones", 13, 0.06, "optional"],
        ]),
        ...section("Fair and lawful", [
          ["nm-hiring", "Interviews that compare", 18, 0.06],
          ["nm-absence", "Sickness, leave, return", 14, 0.05],
          ["nm-working-time", "Working time: what you must record", 12, 0.06],
          ["nm-bias", "Where judgment goes wrong", 15, 0.04],
        ]),
        ...section("Yourself", [
          ["nm-own-week", "Your own week, before others fill it", 12, 0.05],
          ["nm-reading", "Five books, one page each", 25, 0.1, "optional"],
          ["nm-look-back", "Looking back after ninety days", 22, 0.1],
        ]),
      ],
    },
  ],
  mix: [
    ["keen", 22],
    ["steady", 34],
    ["pauser", 9],
    ["procrastinator", 18],
    ["sampler", 6],
    ["straggler", 6],
    ["neverStarts", 3],
  ],
  renewalDays: null,
  refresherShare: 0.04,
  comebackShare: 0.68,
  exemptShare: 0.05,
  exemptReasons: ["Led teams for eight years before joining", "Returned to a specialist role"],
};
