export { CourseStore } from "./CourseStore.ts";
export { factsKept, factsKeptMs } from "./FactQueue.ts";
export type {
  CourseState,
  FactNews,
  FactType,
  GetToken,
  Refusal,
  Store,
  StoreOptions,
  SyncState,
} from "./types.ts";
