/** Where a link of a component leads. */
export type Target =
  | { readonly to: "lesson"; readonly course: string; readonly lesson: string }
  | { readonly to: "course" | "certificate"; readonly course: string };

/** What the host alone knows of a lesson. */
export interface Gate {
  /** Open from this instant on, as RFC 3339 text. */
  readonly opensAt?: string | undefined;
  /** Ids of lessons to complete first. */
  readonly blockedBy?: readonly string[] | undefined;
}

/** Made by `gated`. */
export interface Gates {
  readonly lessons: Readonly<Record<string, Gate>>;
}

/** A language's texts, such as those of `@milepost/react/locales/de`. */
export type Messages = object;

/** Makes a language known to every provider of the page, also to those that are there already. */
export function registerMessages(language: string, messages: Messages): void;

/** `<lp-provider>`: one learner's progress in one course, for the elements inside. */
export class ProviderElement extends HTMLElement {
  /** Asked for the learner's token before each request. */
  getToken: (() => string | Promise<string>) | undefined;
  hrefFor: ((target: Target) => string | null) | undefined;
  gates: Gates | undefined;
  messages: Messages | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "lp-provider": ProviderElement;
  }
}
