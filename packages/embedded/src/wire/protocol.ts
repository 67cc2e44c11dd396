/** Bytes of a message's type and length, which counts itself but not the type. */
const headerBytes = 5;

/** Types of protocol messages that somebody here looks at. */
export const messageType = {
  query: 0x51,
  copyFail: 0x66,
  sync: 0x53,
  terminate: 0x58,
  dataRow: 0x44,
} as const;

/** A whole message, or the part of one that has arrived. */
export interface MessagePart {
  readonly type: number;
  readonly start: number;
  /** Past the last byte that has arrived when the message is not whole. */
  readonly end: number;
}

/** The messages that begin in the bytes, in order. */
export function* messagesIn(bytes: Uint8Array): Generator<MessagePart> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let start = 0; start < bytes.length; ) {
    // Too short to know its length: any length past the end says that it is not whole.
    const length = start + headerBytes > bytes.length ? Infinity : view.getInt32(start + 1);
    if (length < 4) throw new Error("A protocol message has an impossible length.");
    const end = start + 1 + length;
    yield { type: view.getUint8(start), start, end };
    start = end;
  }
}

/** A message of a type whose body is one string, such as a simple query. */
export function textMessage(type: number, text: string): Uint8Array<ArrayBuffer> {
  const body = new TextEncoder().encode(text);
  const bytes = new Uint8Array(headerBytes + body.length + 1);
  bytes[0] = type;
  new DataView(bytes.buffer).setInt32(1, 4 + body.length + 1);
  bytes.set(body, headerBytes);
  return bytes;
}

/** The first column of the first row, as text; null where there is no row, or no value in it. */
export function firstValue(answer: Uint8Array): string | null {
  for (const { type, start } of messagesIn(answer)) {
    if (type !== messageType.dataRow) continue;
    // The row's head is the count of its columns, two bytes; a column's is its length, -1 for null.
    const column = start + headerBytes + 2;
    const bytes = new DataView(answer.buffer, answer.byteOffset).getInt32(column);
    return bytes < 0
      ? null
      : new TextDecoder().decode(answer.subarray(column + 4, column + 4 + bytes));
  }
  return null;
}
