/** `sql/` of this package: as far above `src/migration` as above `dist/migration`. */
export const sqlDirectory = new URL("../../sql/", import.meta.url);
