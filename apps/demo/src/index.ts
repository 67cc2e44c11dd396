export { createDemoSite, type DemoSite } from "./createDemoSite.tsx";
