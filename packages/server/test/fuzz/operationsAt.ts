import { type DocumentedOperation, documentedOperations } from "../support/contract.ts";

/** What the document has at an address. */
export interface Address {
  /** As the URL standard reads it, so without steps; null where that can't be done. */
  readonly path: string | null;
  /** All of that path, whatever their method is. */
  readonly operations: readonly DocumentedOperation[];
  /** It is an operation's only once decoded: `/v1/c%6furses`. */
  readonly isSpelledOut: boolean;
}

/** The operations that a request line's target leads to. */
export function operationsAt(target: string): Address {
  const url = `http://localhost${target}`;
  const [way = ""] = target.split("?");
  // A backslash is no character of a path, and read as a slash by some; bytes beyond ASCII are none
  // of a target.
  const isUri = target.startsWith("/") && !way.includes("\\") && /^[\x21-\x7e]*$/.test(target);
  if (!isUri || !URL.canParse(url)) {
    return { path: null, operations: [], isSpelledOut: false };
  }
  const path = new URL(url).pathname;
  const plain = operationsOf(path);
  if (plain.length > 0 || !path.includes("%")) {
    return { path, operations: plain, isSpelledOut: false };
  }
  return { path, operations: operationsOf(decoded(path)), isSpelledOut: true };
}

function operationsOf(path: string): DocumentedOperation[] {
  const pieces = path.split("/");
  return documentedOperations.filter((operation) => {
    const own = operation.path.split("/");
    return (
      own.length === pieces.length &&
      own.every((piece, at) => {
        const there = pieces[at] ?? "";
        return piece.startsWith("{") ? there !== "" : piece === there;
      })
    );
  });
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
