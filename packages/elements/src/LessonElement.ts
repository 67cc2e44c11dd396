import { recordView } from "@milepost/react";
import { ProviderElement } from "./ProviderElement.tsx";

/**
 * `<lp-lesson lesson="…">`: the text of a lesson. Records a view of it once it was on the screen
 * for five seconds in all (`dwell-ms`), or the learner did something with it.
 */
export class LessonElement extends HTMLElement {
  #end: (() => void) | undefined;

  connectedCallback(): void {
    const provider = this.closest("lp-provider");
    const lesson = this.getAttribute("lesson");
    if (!(provider instanceof ProviderElement) || provider.store === undefined) return;
    if (lesson === null) throw new Error("<lp-lesson> needs a lesson.");
    // Without a box there is nothing that could be on the screen.
    this.style.display ||= "block";
    const dwell = this.getAttribute("dwell-ms");
    const dwellMs = dwell === null ? undefined : Number(dwell);
    this.#end = recordView(provider.store, lesson, { element: this, dwellMs });
  }

  disconnectedCallback(): void {
    this.#end?.();
  }
}
