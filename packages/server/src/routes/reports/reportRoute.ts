/** What is the same for every report. Learners do not read reports: those are about others. */
export const reportRoute = {
  method: "get",
  tag: "Reports",
  roles: ["administrator", "service"],
} as const;
