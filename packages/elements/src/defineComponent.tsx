import { ProgressProvider, useProgress } from "@milepost/react/core";
import type { ReactNode } from "react";
import { draw, ProviderElement } from "./ProviderElement.tsx";

interface ComponentDefinition {
  readonly tag: string;
  /** Attributes that are looked at, and again when they change. */
  readonly attributes: readonly string[];
  readonly sheets: () => readonly CSSStyleSheet[];
  readonly display?: "block" | "inline-block" | undefined;
  readonly render: (element: HTMLElement) => ReactNode;
}

/**
 * Defines an element that shows a component of the nearest provider. What stands inside it is shown
 * until there is something to show: it is what a page without scripts has.
 */
export function defineComponent(definition: ComponentDefinition): void {
  const { tag, attributes, sheets, display = "block" } = definition;
  const host = new CSSStyleSheet();
  host.replaceSync(`:host{display:${display}}:host([hidden]){display:none}`);

  class ComponentElement extends HTMLElement {
    static readonly observedAttributes = attributes;
    #root: ShadowRoot | undefined;
    #end: (() => void) | undefined;

    connectedCallback(): void {
      const provider = this.closest("lp-provider");
      if (!(provider instanceof ProviderElement)) return;
      this.#root ??= this.#attach();
      this.#end = provider.onRender(() => this.#draw());
      this.#draw();
    }

    disconnectedCallback(): void {
      this.#end?.();
      // Whoever moves an element connects it again: its state begins anew.
      if (this.#root !== undefined) draw(null, this.#root);
    }

    attributeChangedCallback(): void {
      if (this.#root !== undefined) this.#draw();
    }

    #attach(): ShadowRoot {
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [host, ...sheets()];
      root.addEventListener("click", (event) => this.#beforeNavigate(event));
      return root;
    }

    #draw(): void {
      const provider = this.closest("lp-provider");
      if (this.#root === undefined || !(provider instanceof ProviderElement)) return;
      const provided = provider.provided();
      if (provided.store === undefined) return;
      draw(
        <ProgressProvider {...provided} announce={false}>
          <OrFallback hasFallback={this.childNodes.length > 0}>
            {definition.render(this)}
          </OrFallback>
        </ProgressProvider>,
        this.#root,
      );
    }

    /** For hosts with a router of their own: who prevents it goes there by themselves. */
    #beforeNavigate(event: Event): void {
      const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
      if (link === undefined || event.defaultPrevented) return;
      const detail = { href: link.href };
      const init = { bubbles: true, composed: true, cancelable: true, detail };
      if (!this.dispatchEvent(new CustomEvent("lp-before-navigate", init))) event.preventDefault();
    }
  }
  if (customElements.get(tag) === undefined) customElements.define(tag, ComponentElement);
}

function OrFallback({ hasFallback, children }: { hasFallback: boolean; children: ReactNode }) {
  const { view } = useProgress();
  return view === null && hasFallback ? <slot /> : children;
}

/** A sheet of the texts given, which all elements of a kind share. */
export function sheetOf(...texts: readonly string[]): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(texts.join("\n"));
  return sheet;
}
