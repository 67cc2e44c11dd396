import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { CopyLines } from "@milepost/engine";
import { from } from "pg-copy-streams";

const pieceLength = 1 << 16;

/** Sends the lines of a COPY, no more of them at once than the server takes. */
export const copyLines: CopyLines = async (client, { statement, lines }) => {
  await pipeline(Readable.from(piecesOf(lines)), client.query(from(statement)));
};

/** A write costs more than a line does. */
function* piecesOf(lines: Iterable<string>): Generator<string> {
  let piece = "";
  for (const line of lines) {
    piece += line;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}
