export type { ActResult, ActTerms, AttemptId } from "./actResult.ts";
export { exportSeal } from "./audit/exportSeal.ts";
export { listSeals, type Seal } from "./audit/listSeals.ts";
export {
  holdSeals,
  importSeal,
  releaseSeals,
  type SealImported,
  type SealLeaf,
} from "./audit/moveSeals.ts";
export type { PathStep } from "./audit/pathsOf.ts";
export { type Evidence, type EvidenceRequest, readEvidence } from "./audit/readEvidence.ts";
export { type Sealed, sealAllCompletions, sealCompletions } from "./audit/sealCompletions.ts";
export {
  type SealFinding,
  type SealFindingKind,
  type SealReport,
  verifySeals,
} from "./audit/verifySeals.ts";
export { bucketOf } from "./bucketOf.ts";
export {
  type ChangeDeadlinesInput,
  changeDeadlines,
  type DeadlineAct,
  type DeadlineResult,
} from "./changeDeadlines.ts";
export type { ExemptionResult, ExemptionsInput } from "./changeExemptions.ts";
export { claimIdempotencyKey, type IdempotentAnswer } from "./claimIdempotencyKey.ts";
export { completeLesson } from "./completeLesson.ts";
export { countErasedLearners } from "./countErasedLearners.ts";
export {
  type ApiKeyCreated,
  type ApiKeyInput,
  createApiKey,
  type KeyRole,
} from "./createApiKey.ts";
export { createTenant } from "./createTenant.ts";
export { doctor } from "./doctor.ts";
export type { DueRecord, EnrollmentRecord, EnrollmentRecordInput } from "./EnrollmentRecord.ts";
export { enroll } from "./enroll.ts";
export { type EnrollManyInput, enrollMany } from "./enrollMany.ts";
export { eraseLearner, type LearnerErased } from "./eraseLearner.ts";
export { exempt } from "./exempt.ts";
export { exemptMany } from "./exemptMany.ts";
export { explainProgress } from "./explainProgress.ts";
export { type ExportEnrollmentsRequest, exportEnrollments } from "./exportEnrollments.ts";
export { type EventRecord, type ExportEventsRequest, exportEvents } from "./exportEvents.ts";
export { exportGroupMembers, type GroupMembershipRecord } from "./exportGroupMembers.ts";
export { exportLearners } from "./exportLearners.ts";
export {
  FactRecorder,
  type FactRecorderOptions,
  RecorderFullError,
} from "./FactRecorder.ts";
export { findApiKey, type KeyHolder } from "./findApiKey.ts";
export { forgetRequests } from "./forgetRequests.ts";
export { forgetIntake } from "./health/forgetIntake.ts";
export { lagBin } from "./health/lagBin.ts";
export { type IntakeCount, noteIntake } from "./health/noteIntake.ts";
export {
  type DataHealth,
  type DoctorRun,
  type RefusalsOfSource,
  reportDataHealth,
  type SourceHealth,
} from "./health/reportDataHealth.ts";
export { type ImportResult, importEnrollments } from "./importEnrollments.ts";
export { importGroupMembers } from "./importGroupMembers.ts";
export { isMigrated } from "./isMigrated.ts";
export { keepIdempotentAnswer } from "./keepIdempotentAnswer.ts";
export { ledgerEntryTypes } from "./ledgerEntryTypes.ts";
export { type ApiKey, listApiKeys } from "./listApiKeys.ts";
export { listCourses } from "./listCourses.ts";
export { type GroupMembersRequest, listGroupMembers } from "./listGroupMembers.ts";
export { listGroups } from "./listGroups.ts";
export { type LearnerCourse, listLearnerCourses } from "./listLearnerCourses.ts";
export { type LearnerProfile, type LearnersRequest, listLearners } from "./listLearners.ts";
export { listOutlineChanges, type OutlineVersion } from "./listOutlineChanges.ts";
export { listTenants } from "./listTenants.ts";
export { listTenantsToRecount } from "./listTenantsToRecount.ts";
export { MilepostError } from "./MilepostError.ts";
export { type CopyLines, mergeEvents } from "./mergeEvents.ts";
export { migrate } from "./migrate.ts";
export { MigrationError } from "./migration/MigrationError.ts";
export type { MigrateOptions, MigrateResult } from "./migration/migrateFrom.ts";
export { readMigratedAt } from "./migration/readMigratedAt.ts";
export { OutlineCache } from "./OutlineCache.ts";
export { previewOutline } from "./previewOutline.ts";
export { putGroup } from "./putGroup.ts";
export { type PutGroupMemberInput, putGroupMember } from "./putGroupMember.ts";
export { type PutGroupMembersInput, putGroupMembers } from "./putGroupMembers.ts";
export { putLearner } from "./putLearner.ts";
export { putOutline } from "./putOutline.ts";
export { readCourseProgress } from "./readCourseProgress.ts";
export { type FeedPage, type FeedRequest, readFeed } from "./readFeed.ts";
export { readGroup } from "./readGroup.ts";
export { type LearnerDetail, type LearnerMembership, readLearner } from "./readLearner.ts";
export { readOutline } from "./readOutline.ts";
export { readTenant, type Tenant } from "./readTenant.ts";
export { readTimeline, type TimelineRequest } from "./readTimeline.ts";
export { recordEvents } from "./recordEvents.ts";
export { recordFacts, type TypedFact } from "./recordFacts.ts";
export { recordView } from "./recordView.ts";
export { recountAllAttempts } from "./recountAllAttempts.ts";
export { recountAttempts } from "./recountAttempts.ts";
export { type RefusalCode, refusals } from "./refusals.ts";
export { reinstate } from "./reinstate.ts";
export { reinstateMany } from "./reinstateMany.ts";
export { type RemoveGroupMemberInput, removeGroupMember } from "./removeGroupMember.ts";
export type { CourseReport, CourseStates } from "./reports/courseReport.ts";
export type { Finishers } from "./reports/finishers.ts";
export { foldAllReports } from "./reports/foldAllReports.ts";
export { foldReports } from "./reports/foldReports.ts";
export type { IncidencePoint } from "./reports/incidence.ts";
export type { LearnerSort } from "./reports/learnersCursor.ts";
export type { MaturedRate } from "./reports/maturedRate.ts";
export type { PeriodKind } from "./reports/period.ts";
export {
  type ActivityReport,
  type PeriodActivity,
  reportActivity,
} from "./reports/reportActivity.ts";
export {
  type CourseActivity,
  type CourseActivityPage,
  type CourseActivityRequest,
  reportActivityByCourse,
} from "./reports/reportActivityByCourse.ts";
export {
  type AttemptPage,
  type AttemptsRequest,
  type ListedAttempt,
  reportAttempts,
} from "./reports/reportAttempts.ts";
export {
  type ChangesPage,
  type ChangesRequest,
  type ManualChange,
  type ManualChangeType,
  manualChangeTypes,
  reportChanges,
} from "./reports/reportChanges.ts";
export { type CohortReport, type CohortsReport, reportCohorts } from "./reports/reportCohorts.ts";
export {
  type CourseReportDetail,
  type CourseReportRequest,
  type OnTimeRate,
  reportCourse,
} from "./reports/reportCourse.ts";
export {
  type AttemptReportState,
  type CourseLearner,
  type CourseLearnerPage,
  type CourseLearnersRequest,
  type LessonSegment,
  reportCourseLearners,
} from "./reports/reportCourseLearners.ts";
export {
  type CourseReportPage,
  type CourseReportsRequest,
  type ListedCourseReport,
  reportCourses,
} from "./reports/reportCourses.ts";
export {
  type DeadlinesReport,
  type DeadlinesRequest,
  type OnTimeMonth,
  type OverdueAgeing,
  reportDeadlines,
  type UpcomingDay,
} from "./reports/reportDeadlines.ts";
export {
  type DueAttempt,
  type DueNextPage,
  type DueNextRequest,
  reportDueNext,
} from "./reports/reportDueNext.ts";
export {
  type AsOfFilter,
  type DaysFilter,
  DEFINITION_VERSION,
  type DueFilter,
  type ReportFilter,
  type ReportHead,
  type ReportMembership,
  type WindowFilter,
} from "./reports/reportHead.ts";
export { type LessonReport, type LessonsReport, reportLessons } from "./reports/reportLessons.ts";
export {
  type OverdueAttempt,
  type OverduePage,
  type OverdueRequest,
  reportOverdue,
} from "./reports/reportOverdue.ts";
export { type OverviewReport, reportOverview, type WorstLesson } from "./reports/reportOverview.ts";
export {
  reportTimeToComplete,
  type TimeOrigin,
  type TimeToComplete,
} from "./reports/reportTimeToComplete.ts";
export { type RetakeInput, retake } from "./retake.ts";
export { revokeApiKey } from "./revokeApiKey.ts";
export { stageEvents } from "./stageEvents.ts";
export { type RequestWindow, takeRequests } from "./takeRequests.ts";
export type * from "./types.ts";
export { createSavedView } from "./views/createSavedView.ts";
export { deleteSavedView } from "./views/deleteSavedView.ts";
export { listSavedViews, type SavedViewsRequest } from "./views/listSavedViews.ts";
export { type PutSavedViewInput, putSavedView } from "./views/putSavedView.ts";
export type { SavedView, SavedViewInput, SavedViewVisibility } from "./views/savedView.ts";
export { createWebhook } from "./webhooks/createWebhook.ts";
export { deleteWebhook, type WebhookDeleted } from "./webhooks/deleteWebhook.ts";
export {
  type LeasedWebhook,
  type LeaseWebhookInput,
  leaseWebhook,
} from "./webhooks/leaseWebhook.ts";
export { listDueDeliveries } from "./webhooks/listDueDeliveries.ts";
export {
  type DueWebhook,
  type DueWebhooksRequest,
  listDueWebhooks,
} from "./webhooks/listDueWebhooks.ts";
export {
  listWebhookFailures,
  type WebhookFailuresRequest,
} from "./webhooks/listWebhookFailures.ts";
export { listWebhooks } from "./webhooks/listWebhooks.ts";
export { type PutWebhookInput, putWebhook } from "./webhooks/putWebhook.ts";
export { readWebhook } from "./webhooks/readWebhook.ts";
export { redeliverWebhook } from "./webhooks/redeliverWebhook.ts";
export { rotateWebhookSecret } from "./webhooks/rotateWebhookSecret.ts";
export {
  type FailedDelivery,
  settleWebhook,
  type WebhookRound,
  type WebhookSettled,
} from "./webhooks/settleWebhook.ts";
export type { Webhook, WebhookDisabledReason, WebhookInput } from "./webhooks/webhook.ts";
export type { WebhookFailure } from "./webhooks/webhookFailure.ts";
export { withdraw } from "./withdraw.ts";
