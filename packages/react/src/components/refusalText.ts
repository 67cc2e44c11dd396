import type { MessageKey } from "../messages/en.ts";
import type { Texts } from "../provider/texts.ts";
import type { Refusal } from "../store/types.ts";

const keys: Readonly<Record<string, MessageKey>> = {
  enrollment_required: "refusedEnrollment",
  lesson_not_found: "refusedLesson",
  forbidden: "refusedForbidden",
  expired: "refusedExpired",
  queue_full: "refusedFull",
};

/** Why a fact was refused, in the learner's language. */
export function refusalText({ code }: Refusal, texts: Texts): string {
  return texts.text(keys[code] ?? "refusedOther");
}
