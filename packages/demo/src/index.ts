export type { DemoCourse } from "./courses/DemoCourse.ts";
export { demoCourses } from "./courses/demoCourses.ts";
export type { Act } from "./history/Act.ts";
export { generateCourseHistory, type HistoryOptions } from "./history/generateCourseHistory.ts";
export { generateEvents, type LoadEvent, type LoadOptions } from "./load/generateEvents.ts";
export { loadOutline } from "./load/loadOutline.ts";
export type { DemoSeeded } from "./seed/demoWriter.ts";
export { type SeedDemoOptions, seedDemo } from "./seed/seedDemo.ts";
