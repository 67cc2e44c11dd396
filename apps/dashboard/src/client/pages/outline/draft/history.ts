import type { Outline } from "@milepost/client";
import { type Act, applyAct } from "./applyAct.ts";
import { carryOver } from "./carryOver.ts";
import { type Draft, draftOf } from "./Draft.ts";

/** How many steps can be undone. */
export const mostSteps = 200;

/** An edit under way: what it began with, what it is now, and the way back. */
export interface History {
  /** As published when the edit began. */
  readonly base: Outline;
  readonly draft: Draft;
  readonly past: readonly Draft[];
  readonly future: readonly Draft[];
  /** The field being typed into: its letters are one step, not a step each. */
  readonly typing: string | null;
}

export type HistoryAct =
  | Act
  | { readonly type: "undo" | "redo" | "reset" }
  /** Another outline to begin with, without any edit. */
  | { readonly type: "begin"; readonly outline: Outline }
  /** The same edits, on an outline that somebody else has published meanwhile. */
  | { readonly type: "carryOver"; readonly outline: Outline };

/** An edit that begins. */
export function beginEdit(base: Outline): History {
  return { base, draft: draftOf(base), past: [], future: [], typing: null };
}

/** The edit after an act, an undo or a new beginning. */
export function stepEdit(history: History, act: HistoryAct): History {
  const { base, draft, past, future } = history;
  switch (act.type) {
    case "undo": {
      const before = past.at(-1);
      if (before === undefined) return history;
      const steps = { past: past.slice(0, -1), future: [...future, draft] };
      return { base, draft: before, ...steps, typing: null };
    }
    case "redo": {
      const after = future.at(-1);
      if (after === undefined) return history;
      const steps = { past: [...past, draft], future: future.slice(0, -1) };
      return { base, draft: after, ...steps, typing: null };
    }
    case "reset":
      return keep(history, draftOf(base), null);
    case "begin":
      return beginEdit(act.outline);
    case "carryOver":
      return { ...beginEdit(act.outline), draft: carryOver(base, act.outline, draft) };
    default:
      return keep(history, applyAct(draft, act), typedField(act));
  }
}

function keep(history: History, draft: Draft, typing: string | null): History {
  if (draft === history.draft) return history;
  const goesOn = typing !== null && typing === history.typing;
  const past = goesOn ? history.past : [...history.past, history.draft].slice(-mostSteps);
  return { base: history.base, draft, past, future: [], typing };
}

function typedField(act: Act): string | null {
  if (act.type === "retitle") return "title";
  if (act.type !== "change") return null;
  const [name] = Object.keys(act.change);
  return name === "required" ? null : `${act.key} ${name}`;
}
