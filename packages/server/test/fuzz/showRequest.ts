import type { FuzzedRequest } from "./requestOf.ts";

/** A request for people, so far as it is worth reading. */
export function showRequest({ method, path, headers, body, caller }: FuzzedRequest): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  const text = body === undefined ? [] : [body.subarray(0, 1_000).toString("utf8")];
  return [`caller ${caller}: ${method} ${path.slice(0, 1_000)}`, ...lines, ...text].join("\n");
}
