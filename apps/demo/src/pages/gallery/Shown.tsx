import type { CourseProgressPage } from "@milepost/client";
import { mergePending, resume } from "@milepost/progress";
import {
  type CourseState,
  type Gate,
  type Messages,
  ProgressProvider,
  type Target,
} from "@milepost/react";
import { gated } from "@milepost/react/gated";
import { ar } from "@milepost/react/locales/ar";
import { de } from "@milepost/react/locales/de";
import { createContext, type ReactNode, useContext, useState } from "react";
import type { GalleryLocale } from "../PageData.ts";
import { galleryNow } from "./makePage.ts";
import { StillStore } from "./StillStore.ts";

/** The gallery's own words are English, whatever language the components speak. */
export const english = { lang: "en", dir: "ltr" } as const;

/** What the components of one language are given. */
export const GalleryLanguage = createContext<GalleryLocale>("en");

const languages: Readonly<Record<GalleryLocale, { locale: string; messages?: Messages }>> = {
  en: { locale: "en-GB" },
  de: { locale: "de", messages: de },
  ar: { locale: "ar", messages: ar },
};

const quiet: CourseState["sync"] = {
  unsent: 0,
  waiting: false,
  online: true,
  storage: "kept",
  live: "off",
};

type Difference = Partial<Omit<CourseState, "sync" | "facts">> & {
  readonly sync?: Partial<CourseState["sync"]>;
  /** Ids of lessons whose completion is on its way. */
  readonly pending?: readonly string[];
};

/** The state of a page that was read, with what is different about it. */
export function stateOf(
  page: CourseProgressPage | null,
  { sync, pending = [], ...rest }: Difference = {},
): CourseState {
  return {
    phase: page === null ? "loading" : "ready",
    page,
    facts: pending.map((lesson) => ({
      type: "lesson.completed",
      lesson,
      at: galleryNow,
      confirmed: false,
    })),
    refusals: [],
    undoable: [],
    rules: { mergePending, resume },
    sync: { ...quiet, unsent: pending.length, ...sync },
    ...rest,
  };
}

/** One state of a component: what it is called, when it is seen, and the component itself. */
export interface GalleryState {
  readonly name: string;
  readonly caption: string;
  readonly state: CourseState;
  readonly gates?: Readonly<Record<string, Gate>>;
  /** False for a host that has no page for certificates. */
  readonly certificates?: boolean;
  readonly shows: ReactNode;
}

/** Links of the components lead to where this page shows the like. */
function linkOf({ to }: Target): string {
  if (to === "certificate") return "#certificate-status";
  return to === "course" ? "#course-outline" : "#lesson-status";
}

function linkWithoutCertificate(target: Target): string | null {
  return target.to === "certificate" ? null : linkOf(target);
}

/** A state on its card. */
export function Shown({ shown }: { readonly shown: GalleryState }) {
  const { name, caption, state, gates, certificates = true, shows } = shown;
  const language = languages[useContext(GalleryLanguage)];
  const [store] = useState(() => new StillStore(state));
  const [closed] = useState(() => (gates === undefined ? undefined : gated(gates)));
  return (
    <article className="shown">
      <div className="shown-head" {...english}>
        <h3>{name}</h3>
        <p>{caption}</p>
      </div>
      <div className="stage">
        <ProgressProvider
          {...language}
          store={store}
          now={galleryNow}
          clock="stopped"
          timeZone="Europe/Berlin"
          gates={closed}
          hrefFor={certificates ? linkOf : linkWithoutCertificate}
          announce={false}
        >
          {shows}
        </ProgressProvider>
      </div>
    </article>
  );
}
