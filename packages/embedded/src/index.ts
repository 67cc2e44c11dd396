export { DatabaseStoppedError } from "./DatabaseStoppedError.ts";
export { DataDirectoryInUseError } from "./directory/DataDirectoryInUseError.ts";
export {
  type EmbeddedDatabase,
  type OpenEmbeddedOptions,
  openEmbedded,
} from "./openEmbedded.ts";
export { powerCutWarning } from "./powerCutWarning.ts";
