import { useView } from "../../address/useView.ts";
import { readGroups } from "../../api/reports.ts";
import { useAnswer } from "../../api/useAnswer.ts";

/** Curves that can still be told apart. */
export const mostSplit = 5;

/** Into which groups a course's curve is split, as the address says. */
export function useSplit() {
  const { view, change } = useView();
  const groups = useAnswer("fixed", ["groups"], readGroups);
  const all = groups.data ?? [];
  // Ids may have commas.
  const asked = (view.split ?? "").split(",").map(decoded);
  const chosen = all.filter(({ id }) => asked.includes(id)).slice(0, mostSplit);
  const choose = (ids: readonly string[]) => {
    const split = ids.map(encodeURIComponent).join(",");
    change({ split: split === "" ? undefined : split });
  };
  return { groups: all, chosen, choose };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // An address that somebody has cut: that group is not found.
    return "";
  }
}
