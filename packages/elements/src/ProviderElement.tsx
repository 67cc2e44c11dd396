import {
  CourseStore,
  type CourseView,
  type FactNews,
  type Gates,
  type GetToken,
  type Messages,
  ProgressProvider,
  type ProgressProviderProps,
  type Target,
} from "@milepost/react/core";
import { type ComponentChild, render } from "preact";
import type { ReactElement } from "react";
import { messagesOf, onMessages } from "./locales.ts";

type Snapshot = CourseView["page"];

/** What components below a provider are rendered with. */
export type Provided = Pick<
  ProgressProviderProps,
  "store" | "locale" | "timeZone" | "messages" | "now" | "hrefFor" | "gates"
>;

const eventNames = {
  pending: "lp-pending",
  confirmed: "lp-complete",
  refused: "lp-error",
  undone: "lp-undone",
} as const;

/**
 * `<lp-provider>`: one learner's progress in one course, for the elements inside.
 *
 * Attributes: `course`; `api` (where the API is, this origin when it is absent); `token-url`, which
 * answers the learner's token as text or as `{"token"}`; `learner`, where no token names them;
 * `locale`, `time-zone`, `now`; `lesson-href` (with `{lesson}`), `course-href`, `certificate-href`;
 * `undo-seconds`; `live="off"`. A `<script type="application/json">` inside holds the answer of
 * `GET /v1/learners/{learner}/courses/{course}`, read on the server. Properties say what attributes
 * can't, before the element is connected: `getToken`, `hrefFor`, `gates`, `messages`, `store`.
 *
 * Events, which bubble: `lp-pending`, `lp-complete`, `lp-viewed`, `lp-error`, `lp-undone`, each
 * with `detail.lesson`; `lp-error` with `detail.refusal`.
 */
export class ProviderElement extends HTMLElement {
  // Declared, and not fields: those would take back what a page set before this script came.
  declare getToken: GetToken | undefined;
  declare hrefFor: ((target: Target) => string | null) | undefined;
  declare gates: Gates | undefined;
  declare messages: Partial<Messages> | undefined;
  declare store: CourseStore | undefined;
  readonly #rendering = new Set<() => void>();
  #region: ShadowRoot | undefined;
  #ends: (() => void)[] = [];

  connectedCallback(): void {
    const store = this.store ?? this.#makeStore();
    this.store = store;
    store.start();
    this.#ends = [
      () => store.stop(),
      store.happened.add((news) => this.#announce(news)),
      onMessages(() => this.update()),
    ];
    this.update();
  }

  disconnectedCallback(): void {
    for (const end of this.#ends) end();
  }

  /** Renders what is inside again, after a property was set. */
  update(): void {
    // What is inside stays where it is, and the status region stands beside it.
    this.#region ??= this.#attach();
    const region = this.#region.querySelector("div");
    if (region !== null) draw(<ProgressProvider {...this.provided()} />, region);
    for (const again of this.#rendering) again();
  }

  /** @internal */
  provided(): Provided {
    const locale = this.getAttribute("locale") ?? (this.#closest("lang") || "en");
    return {
      store: this.store,
      locale,
      timeZone: this.getAttribute("time-zone") ?? undefined,
      now: this.getAttribute("now") ?? undefined,
      messages: this.messages ?? messagesOf(locale),
      gates: this.gates,
      hrefFor: this.hrefFor ?? ((target) => this.#hrefFor(target)),
    };
  }

  /** @internal */
  onRender(again: () => void): () => void {
    this.#rendering.add(again);
    return () => this.#rendering.delete(again);
  }

  #makeStore(): CourseStore {
    const script = this.querySelector(':scope > script[type="application/json"]');
    const initial = script?.textContent ? (JSON.parse(script.textContent) as Snapshot) : null;
    const course = this.getAttribute("course") ?? initial?.course;
    if (course === undefined) throw new Error("<lp-provider> needs a course.");
    const tokenUrl = this.getAttribute("token-url");
    return new CourseStore({
      api: this.getAttribute("api") ?? "",
      course,
      initial,
      learner: this.getAttribute("learner") ?? undefined,
      getToken: this.getToken ?? (tokenUrl === null ? undefined : () => fetchToken(tokenUrl)),
      live: this.getAttribute("live") !== "off",
      undoSeconds: Number(this.getAttribute("undo-seconds") ?? 0),
    });
  }

  #attach(): ShadowRoot {
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":host{display:contents}div{position:absolute;clip-path:inset(50%)}");
    root.adoptedStyleSheets = [sheet];
    root.append(document.createElement("slot"), document.createElement("div"));
    return root;
  }

  #hrefFor(target: Target): string | null {
    const template = this.getAttribute(`${target.to}-href`);
    if (template === null) return null;
    const lesson = target.to === "lesson" ? encodeURIComponent(target.lesson) : "";
    return template
      .replace("{lesson}", lesson)
      .replace("{course}", encodeURIComponent(target.course));
  }

  #closest(attribute: string): string | null {
    return this.closest(`[${attribute}]`)?.getAttribute(attribute) ?? null;
  }

  #announce({ kind, type, lesson, refusal }: FactNews): void {
    const isView = type === "lesson.viewed";
    if (isView && kind === "pending") return;
    const name = isView && kind === "confirmed" ? "lp-viewed" : eventNames[kind];
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail: { lesson, refusal } }));
  }
}

/** Renders what was written for React with Preact: the same elements, a tenth of the size. */
export function draw(element: ReactElement | null, root: Element | ShadowRoot): void {
  render(element as unknown as ComponentChild, root);
}

async function fetchToken(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status} for a token.`);
  const text = await response.text();
  return text.startsWith("{") ? (JSON.parse(text) as { token: string }).token : text.trim();
}
