export { createDashboard, type Dashboard, type DashboardOptions } from "./site/createDashboard.ts";
export type { SignInOptions } from "./site/signIn/SignInOptions.ts";
