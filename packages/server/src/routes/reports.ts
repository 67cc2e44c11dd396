import { changeReportOperations } from "./reports/changeReports.ts";
import { courseReportOperations } from "./reports/courseReports.ts";
import { learnerReportOperations } from "./reports/learnerReports.ts";
import { overviewReportOperations } from "./reports/overviewReports.ts";
import { timeReportOperations } from "./reports/timeReports.ts";

/** Everything under /v1/reports. */
export const reportOperations = [
  ...courseReportOperations,
  ...timeReportOperations,
  ...learnerReportOperations,
  ...overviewReportOperations,
  ...changeReportOperations,
];
