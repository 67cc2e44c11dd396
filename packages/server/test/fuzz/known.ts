/** Names by the member or parameter that takes them. */
export type Names = Readonly<Record<string, readonly string[]>>;

/** Those that are there, or may have been made by a request before. */
export const known: Names = {
  learner: ["ada", "bob", "cyd", "dee", "eve"],
  course: ["fs", "hs"],
  lesson: ["fs-1", "fs-2", "hs-1"],
  group: ["crew", "berlin"],
  attempt: ["1", "2"],
  delivery: ["1"],
  after: ["latest", "WzFd", "WzFd.", "W10"],
  type: ["lesson.viewed", "lesson.completed"],
  types: ["lesson.completed", "course.completed,enrollment.created"],
  timeZone: ["UTC", "Europe/Berlin", "Asia/Kathmandu", "Mars/Olympus", "posix/UTC"],
  locale: ["de", "en-US"],
  email: ["ada@example.com", "=cmd@example.com"],
  // Nobody listens there, and nothing leaves this machine.
  url: ["http://127.0.0.1:9/", "https://127.0.0.1:9/hook", "http://localhost/", "ftp://x"],
};
