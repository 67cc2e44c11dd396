export { createDashboard, type Dashboard } from "./site/createDashboard.ts";
