/**
 * What a page needs once it is there: a line to the server, and the rules by which facts of this
 * device are merged into the server's page. Loaded after it, apart from what shows the page.
 */
export { mergePending, resume } from "@milepost/progress";
export { CourseDriver } from "./CourseDriver.ts";
