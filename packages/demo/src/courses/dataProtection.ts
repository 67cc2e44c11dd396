import type { DemoCourse } from "./DemoCourse.ts";
import { section } from "./section.ts";

/** Assigned only, each wave with a date by which it is to be finished. */
export const dataProtection: DemoCourse = {
  id: "data-protection",
  enrollment: "required",
  audience: 0.7,
  launch: 0.14,
  intake: { kind: "assigned", waves: 9, firstWaveShare: 0.45 },
  deadline: { kind: "onDate", days: 42 },
  outlines: [
    {
      from: 0,
      title: "Data protection in practice",
      lessons: [
        ...section("What it is about", [
          ["dp-whose-data", "Whose data is it anyway?", 8, 0.03],
          ["dp-personal-or-not", "Personal or not: twelve cases", 14, 0.06],
          ["dp-six-principles", "Six principles in plain words", 11, 0.04],
        ]),
        ...section("In your daily work", [
          ["dp-mail", "Mail, copies and the wrong recipient", 8, 0.04],
          ["dp-shared-folders", "Shared folders and who can see them", 9, 0.05],
          ["dp-guests", "Visitors, photographs, badges", 6, 0.04],
          ["dp-suppliers", "When a supplier handles our data", 16, 0.24],
          ["dp-other-countries", "Data that travels to other countries", 18, 0.5],
          ["dp-sales-lists", "Contact lists for sales", 9, 0.06, "optional"],
        ]),
        ...section("When somebody asks", [
          ["dp-access-request", "Someone wants to know what we hold", 12, 0.05],
          ["dp-erasure", "Someone wants to be forgotten", 10, 0.03],
          ["dp-keeping", "How long we keep what", 9, 0.04],
        ]),
        ...section("When it goes wrong", [
          ["dp-breach-hours", "The first seventy-two hours of a breach", 11, 0.07],
          ["dp-breach-rehearsal", "Rehearsal: the lost laptop", 17, 0.07],
          ["dp-history", "How these rules came about", 12, 0.08, "optional"],
          ["dp-check", "Check yourself: ten decisions", 14, 0.05],
        ]),
      ],
    },
  ],
  mix: [
    ["keen", 14],
    ["steady", 34],
    ["pauser", 5],
    ["procrastinator", 29],
    ["sampler", 6],
    ["straggler", 8],
    ["neverStarts", 4],
  ],
  renewalDays: null,
  refresherShare: 0,
  comebackShare: 0.6,
  exemptShare: 0.03,
  exemptReasons: [
    "Passed the same course at a sister company in March",
    "Leaves the company before the deadline",
    "Certified data protection officer",
  ],
};
