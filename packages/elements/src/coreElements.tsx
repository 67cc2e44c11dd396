import { LessonStatus, ProgressFrame, ResumeButton } from "@milepost/react/core";
import baseText from "@milepost/react/styles/base.css?inline";
import progressText from "@milepost/react/styles/progress.css?inline";
import resumeText from "@milepost/react/styles/resume.css?inline";
import statusText from "@milepost/react/styles/status.css?inline";
import { defineComponent, sheetOf } from "./defineComponent.tsx";
import { drawingOf, drawingSheets } from "./drawings.ts";
import { ProviderElement } from "./ProviderElement.tsx";

export const base = sheetOf(baseText);
export const status = sheetOf(statusText);
const progress = sheetOf(progressText);
const resume = sheetOf(resumeText);

/** Defines what the smallest bundle has; an element that is there already stays as it is. */
export function defineCore(): void {
  if (customElements.get("lp-provider") === undefined) {
    customElements.define("lp-provider", ProviderElement);
  }
  defineComponent({
    tag: "lp-progress",
    attributes: ["variant", "label", "label-hidden", "fill"],
    sheets: () => [base, progress, ...drawingSheets()],
    render(element) {
      const variant = element.getAttribute("variant") ?? "bar";
      return (
        <ProgressFrame
          variant={variant}
          label={element.getAttribute("label") ?? undefined}
          labelHidden={element.hasAttribute("label-hidden")}
          fill={element.getAttribute("fill") === "ltr" ? "ltr" : undefined}
        >
          {drawingOf(variant)}
        </ProgressFrame>
      );
    },
  });
  defineComponent({
    tag: "lp-resume",
    attributes: ["fallback-href"],
    sheets: () => [base, resume],
    display: "inline-block",
    render: (element) => (
      <ResumeButton fallbackHref={element.getAttribute("fallback-href") ?? undefined} />
    ),
  });
  defineComponent({
    tag: "lp-status",
    attributes: ["lesson", "show-text"],
    sheets: () => [base, status],
    display: "inline-block",
    render: (element) => (
      <LessonStatus
        lesson={element.getAttribute("lesson") ?? ""}
        showText={element.hasAttribute("show-text")}
      />
    ),
  });
}
