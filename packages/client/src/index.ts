export { ApiProblem } from "./ApiProblem.ts";
export { type ClientOptions, createClient, type MilepostClient } from "./createClient.ts";
export type * from "./generated/openapi.ts";
