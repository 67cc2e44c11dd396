import type { DemoCourse } from "./DemoCourse.ts";
import { dataProtection } from "./dataProtection.ts";
import { fireSafety } from "./fireSafety.ts";
import { firstAid } from "./firstAid.ts";
import { newManager } from "./newManager.ts";
import { ticketDesk } from "./ticketDesk.ts";

/** The courses of the demo's in-house academy. */
export const demoCourses: readonly DemoCourse[] = [
  fireSafety,
  dataProtection,
  newManager,
  firstAid,
  ticketDesk,
];
