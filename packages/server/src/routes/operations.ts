import type { Operation } from "../http/operation.ts";
import { factOperations } from "./facts.ts";
import { outlineOperations } from "./outlines.ts";
import { progressOperations } from "./progress.ts";

/** Everything under /v1 that reads or writes, in the order of the document. */
export const operations: readonly Operation[] = [
  ...outlineOperations,
  ...factOperations,
  ...progressOperations,
];
