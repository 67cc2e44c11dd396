import { createContext, useContext } from "react";
import type { CourseState, Store } from "../store/types.ts";
import type { CourseView } from "../view/readView.ts";
import type { Texts } from "./texts.ts";

/** Where a link of a component leads. */
export type Target =
  | { readonly to: "lesson"; readonly course: string; readonly lesson: string }
  | { readonly to: "course" | "certificate"; readonly course: string };

/** What a provider gives to the components and hooks below it. */
export interface Progress {
  readonly store: Store;
  readonly state: CourseState;
  /** Null until there is a page. */
  readonly view: CourseView | null;
  readonly texts: Texts;
  /** Null on the server and while hydrating, unless the provider was given one. */
  readonly now: Date | null;
  /** The address of a target; null where the host has none, and no link is made. */
  readonly hrefFor: (target: Target) => string | null;
}

export const ProgressContext = createContext<Progress | null>(null);

/** The progress of the nearest provider. @throws Error where there is none */
export function useProgress(): Progress {
  const progress = useContext(ProgressContext);
  if (progress === null) throw new Error("There is no ProgressProvider above.");
  return progress;
}
