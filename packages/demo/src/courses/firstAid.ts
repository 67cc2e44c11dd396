import type { DemoCourse } from "./DemoCourse.ts";
import { section } from "./section.ts";

/**
 * Voluntary and without a deadline; people come by themselves, and some come back to refresh it.
 */
export const firstAid: DemoCourse = {
  id: "first-aid",
  enrollment: "open",
  audience: 0.4,
  launch: 0.06,
  intake: { kind: "self" },
  deadline: null,
  outlines: [
    {
      from: 0,
      title: "First aid at the workplace",
      lessons: [
        ...section("First things first", [
          ["fa-safe-first", "Your own safety first", 6, 0.02],
          ["fa-look-listen", "Look, listen, speak to them", 8, 0.03],
          ["fa-emergency-call", "The emergency call", 6, 0.02],
          ["fa-first-aid-box", "What is in our first-aid box", 7, 0.05],
        ]),
        ...section("Life-threatening", [
          ["fa-recovery-position", "The recovery position", 12, 0.06],
          ["fa-chest-compressions", "Chest compressions, with a cushion", 22, 0.44],
          ["fa-defibrillator", "The defibrillator in the lobby", 13, 0.07],
          ["fa-heavy-bleeding", "Heavy bleeding", 12, 0.05],
          ["fa-choking", "Choking", 9, 0.05],
        ]),
        ...section("Everyday", [
          ["fa-cuts-and-burns", "Cuts and burns", 8, 0.03],
          ["fa-falls", "Falls and broken bones", 10, 0.06],
          ["fa-eyes-and-chemicals", "Eyes and chemicals", 9, 0.04],
          ["fa-heat-and-cold", "Heat and cold", 8, 0.05, "optional"],
          ["fa-children", "If it is a child", 12, 0.06, "optional"],
        ]),
        ...section("Signs you should know", [
          ["fa-stroke-and-heart", "Stroke and heart attack", 11, 0.06],
          ["fa-check", "Check yourself: five scenes", 16, 0.09],
        ]),
      ],
    },
  ],
  mix: [
    ["keen", 26],
    ["steady", 36],
    ["pauser", 12],
    ["sampler", 26],
  ],
  renewalDays: null,
  refresherShare: 0.16,
  comebackShare: 0.14,
  exemptShare: 0,
  exemptReasons: [],
};
