import { createReadStream } from "node:fs";
import { type FileFormat, type RowKind, readRows } from "../files/readRows.ts";
import { RowQueue } from "./RowQueue.ts";

export interface FileToRead<T> {
  readonly path: string;
  readonly kind: RowKind<T>;
  readonly format: FileFormat;
  /** 0, or the line up to which an earlier run came. */
  readonly afterLine: number;
}

/** Opens a file for its rows, which are read as they are asked for. */
export function openRows<T>(file: FileToRead<T>): RowQueue<T> {
  return new RowQueue(readRows(createReadStream(file.path, { highWaterMark: 1 << 18 }), file));
}
