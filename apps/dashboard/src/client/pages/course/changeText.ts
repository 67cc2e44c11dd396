import type { OutlineChange } from "@milepost/client";
import { countOf } from "../../text/numbers.ts";

const kinds = [
  ["added", "added"],
  ["retired", "retired"],
  ["moved", "moved"],
  ["renamed", "renamed"],
  ["requirementChanged", "made required or optional"],
  ["dueChanged", "given another due date"],
] as const;

/** What an edit did to an outline, as a sentence without ids. */
export function changeText(change: OutlineChange): string {
  const parts = kinds.flatMap(([key, verb]) => {
    const { length } = change[key];
    return length === 0 ? [] : [`${countOf(length, "lesson")} ${verb}`];
  });
  return parts.length === 0 ? "The course's own title or terms" : parts.join(", ");
}
