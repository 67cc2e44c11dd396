export { CertificateStatus } from "./components/CertificateStatus.tsx";
export { CompletionToggle, type CompletionToggleProps } from "./components/CompletionToggle.tsx";
export { CourseOutline, type CourseOutlineProps } from "./components/CourseOutline.tsx";
export { CourseProgress, type CourseProgressProps } from "./components/CourseProgress.tsx";
export { DueBadge } from "./components/DueBadge.tsx";
export { LessonStatus, type LessonStatusProps } from "./components/LessonStatus.tsx";
export { ResumeButton, type ResumeButtonProps } from "./components/ResumeButton.tsx";
export { Ring } from "./components/Ring.tsx";
export { Segments } from "./components/Segments.tsx";
export { SyncStatus } from "./components/SyncStatus.tsx";
export { type CourseProgressHook, useCourseProgress } from "./hooks/useCourseProgress.ts";
export { type LessonViewOptions, recordView, useLessonView } from "./hooks/useLessonView.ts";
export { type ResumeView, useResume } from "./hooks/useResume.ts";
export { en, type MessageKey, type Messages } from "./messages/en.ts";
export { type Progress, type Target, useProgress } from "./provider/ProgressContext.ts";
export { ProgressProvider, type ProgressProviderProps } from "./provider/ProgressProvider.tsx";
export type { Texts } from "./provider/texts.ts";
export { CourseStore } from "./store/CourseStore.ts";
export type {
  CourseState,
  FactNews,
  GetToken,
  Refusal,
  Store,
  StoreOptions,
  SyncState,
} from "./store/types.ts";
export type { Gate, Gates } from "./view/gated.ts";
export type { CourseView, LessonView } from "./view/readView.ts";
