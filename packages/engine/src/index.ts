export { isMigrated } from "./isMigrated.ts";
export { migrate } from "./migrate.ts";
export { MigrationError } from "./migration/MigrationError.ts";
export type { MigrateOptions, MigrateResult } from "./migration/migrateFrom.ts";
