/** What the smallest bundle of elements is made of: a bar, checkmarks, a resume button. */
export { Bar, type DrawnCounts } from "./components/Bar.tsx";
export { LessonStatus } from "./components/LessonStatus.tsx";
export { ProgressFrame } from "./components/ProgressFrame.tsx";
export { ResumeButton } from "./components/ResumeButton.tsx";
export type { MessageKey, Messages } from "./messages/en.ts";
export { type Progress, type Target, useProgress } from "./provider/ProgressContext.ts";
export { ProgressProvider, type ProgressProviderProps } from "./provider/ProgressProvider.tsx";
export { CourseStore } from "./store/CourseStore.ts";
export type { FactNews, GetToken } from "./store/types.ts";
export type { Gates } from "./view/gated.ts";
export type { CourseView } from "./view/readView.ts";
