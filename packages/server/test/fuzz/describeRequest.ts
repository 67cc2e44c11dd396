import type { FuzzRequest } from "./FuzzRequest.ts";

const most = 600;

/** A request as one line for people, with whatever is not ASCII escaped. */
export function describeRequest(request: FuzzRequest): string {
  const { caller, method, target, headers, body } = request;
  const named = headers.map(([name, value]) => `${name}: ${cut(value, 80)}`).join("; ");
  const text = body === null ? "" : ` ${body.byteLength} bytes ${cut(latin(body), most)}`;
  return `${caller.name}: ${method} ${cut(target, most)} {${named}}${text}`;
}

const latin = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, most)).toString("latin1");

function cut(text: string, length: number): string {
  const shown = text.length > length ? `${text.slice(0, length)}…` : text;
  return JSON.stringify(shown).slice(1, -1);
}
