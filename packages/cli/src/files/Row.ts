/** What one line of a file, or a few in the case of CSV, says: a value, or why it says none. */
export type Row<T> = RowPlace &
  (
    | { readonly value: T; readonly fault?: undefined }
    | { readonly value?: undefined; readonly fault: string }
  );

/** Where a row stands in its file. */
export interface RowPlace {
  /** Number of its first line, from 1. */
  readonly line: number;
  /** Number of its last line: a quoted CSV field may span several. */
  readonly lastLine: number;
  /** As it stands in the file, for the list of refused lines. */
  readonly text: string;
  /** Bytes of the file up to its end. */
  readonly end: number;
}
