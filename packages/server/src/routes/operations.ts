import type { Operation } from "../http/operation.ts";
import { bulkEnrollmentOperations } from "./bulkEnrollment.ts";
import { callerOperations } from "./caller.ts";
import { dataHealthOperations } from "./dataHealth.ts";
import { deadlineOperations } from "./deadlines.ts";
import { enrollmentOperations } from "./enrollments.ts";
import { eventOperations } from "./events.ts";
import { exemptionOperations } from "./exemptions.ts";
import { factOperations } from "./facts.ts";
import { feedOperations } from "./feed.ts";
import { groupMemberOperations } from "./groupMembers.ts";
import { groupOperations } from "./groups.ts";
import { learnerOperations } from "./learners.ts";
import { outlineOperations } from "./outlines.ts";
import { progressOperations } from "./progress.ts";
import { learnerReadOperations } from "./readLearners.ts";
import { reportOperations } from "./reports.ts";
import { savedViewOperations } from "./savedViews.ts";
import { webhookFailureOperations } from "./webhookFailures.ts";
import { webhookOperations } from "./webhooks.ts";

/** Everything under /v1 that reads or writes, in the order of the document. */
export const operations: readonly Operation[] = [
  ...outlineOperations,
  ...learnerOperations,
  ...learnerReadOperations,
  ...groupOperations,
  ...groupMemberOperations,
  ...enrollmentOperations,
  ...bulkEnrollmentOperations,
  ...deadlineOperations,
  ...exemptionOperations,
  ...factOperations,
  ...eventOperations,
  ...progressOperations,
  ...feedOperations,
  ...callerOperations,
  ...reportOperations,
  ...dataHealthOperations,
  ...savedViewOperations,
  ...webhookOperations,
  ...webhookFailureOperations,
];
