/** Paths of the pages, below the dashboard's own. */
export const pages = {
  overview: () => "/",
  courses: () => "/courses",
  course: (course: string) => `/courses/${encodeURIComponent(course)}`,
  outline: (course: string) => `/courses/${encodeURIComponent(course)}/outline`,
  deadlines: () => "/deadlines",
  learners: () => "/learners",
  learner: (learner: string) => `/learners/${encodeURIComponent(learner)}`,
  dataHealth: () => "/data-health",
};
