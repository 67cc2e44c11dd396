import {
  CertificateStatus,
  CompletionToggle,
  CourseOutline,
  DueBadge,
  Ring,
  Segments,
  SyncStatus,
} from "@milepost/react";
import moreText from "@milepost/react/styles/more.css?inline";
import variantsText from "@milepost/react/styles/variants.css?inline";
import { base, status } from "./coreElements.tsx";
import { defineComponent, sheetOf } from "./defineComponent.tsx";
import { addDrawings } from "./drawings.ts";
import { LessonElement } from "./LessonElement.ts";

const more = sheetOf(moreText);
const sheets = () => [base, status, more];
const levels = [2, 3, 4, 5, 6] as const;

/** Adds the segmented bar and the ring. */
export function addVariants(): void {
  addDrawings({ segmented: Segments, ring: Ring }, sheetOf(variantsText));
}

/** Defines what the smallest bundle leaves out. */
export function defineMore(): void {
  defineComponent({
    tag: "lp-toggle",
    attributes: ["lesson", "rule"],
    sheets,
    render: (element) => (
      <CompletionToggle
        lesson={element.getAttribute("lesson") ?? ""}
        rule={element.getAttribute("rule") ?? undefined}
      />
    ),
  });
  defineComponent({
    tag: "lp-outline",
    attributes: ["current", "collapsible", "heading-level"],
    sheets,
    render: (element) => (
      <CourseOutline
        current={element.getAttribute("current") ?? undefined}
        collapsible={element.hasAttribute("collapsible")}
        headingLevel={levels.find((one) => `${one}` === element.getAttribute("heading-level"))}
      />
    ),
  });
  defineComponent({
    tag: "lp-due",
    attributes: [],
    sheets,
    display: "inline-block",
    render: () => <DueBadge />,
  });
  defineComponent({
    tag: "lp-certificate",
    attributes: [],
    sheets,
    render: () => <CertificateStatus />,
  });
  defineComponent({ tag: "lp-sync", attributes: [], sheets, render: () => <SyncStatus /> });
  if (customElements.get("lp-lesson") === undefined) {
    customElements.define("lp-lesson", LessonElement);
  }
}
