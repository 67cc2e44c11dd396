import type { ActResult } from "../../api/acts.ts";

const whys: Readonly<Record<string, string>> = {
  attempt_completed: "completed since this list was loaded",
  attempt_withdrawn: "withdrawn",
  attempt_exempt: "already exempt",
  attempt_not_current: "began a later attempt since",
  attempt_repeated: "selected twice",
  deadline_moved: "had the deadline moved by somebody else since",
  deadline_missing: "without a deadline to extend",
  enrollment_not_found: "no longer enrolled",
  learner_not_found: "erased since",
  due_out_of_range: "would be due too late",
};

/** Whom an act skips, by why, the most frequent first. */
export function skippedWhy(
  results: readonly ActResult[],
): { readonly why: string; readonly of: readonly ActResult[] }[] {
  const groups = new Map<string, ActResult[]>();
  for (const result of results) {
    if (result.status === "recorded") continue;
    const why =
      result.status === "unchanged"
        ? "already as they would be"
        : (whys[result.code ?? ""] ?? result.detail ?? "refused");
    groups.set(why, [...(groups.get(why) ?? []), result]);
  }
  const listed = [...groups].map(([why, of]) => ({ why, of }));
  return listed.sort((a, b) => b.of.length - a.of.length);
}
