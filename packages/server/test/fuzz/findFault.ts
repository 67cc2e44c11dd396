import { checkContract } from "../support/contract.ts";
import type { FuzzedRequest } from "./requestOf.ts";
import type { RawAnswer } from "./sendRaw.ts";

/** What is wrong with an answer. */
export interface Fault {
  readonly kind: "server error" | "outside the document" | "leak" | "formula";
  readonly says: string;
}

/** Words of our own inside, which no answer has. */
const internals = /\bat .*\.(ts|js):\d|node_modules|milepost\.[a-z_]+\(|SQLSTATE|syntax error at/;

/** Titles that only the other tenant has. */
const foreign = /Of elsewhere: /;

/** A cell that a spreadsheet takes for a formula; a number may have a sign. */
const formula = /(^|[,\n])"?([=@\t]|[+-](?!\d+(\.\d+)?([,\r]|$))|\r(?!\n))/;

/** What is wrong with the answer to a request; undefined where it is as the document says. */
export async function findFault(
  request: Pick<FuzzedRequest, "method" | "path">,
  { status, headers, body }: RawAnswer,
): Promise<Fault | undefined> {
  const text = body.toString("utf8");
  if (status >= 500) return { kind: "server error", says: `${status} ${text.slice(0, 300)}` };

  if (status >= 400 && internals.test(text)) return { kind: "leak", says: text.slice(0, 300) };
  if (foreign.test(text)) return { kind: "leak", says: text.slice(0, 300) };
  if (headers.get("content-type")?.startsWith("text/csv") === true) {
    const cell = formula.exec(text);
    if (cell !== null) return { kind: "formula", says: text.slice(cell.index, cell.index + 80) };
  }
  const says = await outsideTheDocument(request, { status, headers, body });
  return says === undefined ? undefined : { kind: "outside the document", says };
}

async function outsideTheDocument(
  { method, path }: Pick<FuzzedRequest, "method" | "path">,
  { status, headers, body }: RawAnswer,
): Promise<string | undefined> {
  if (status >= 400 && method !== "HEAD") {
    const problem = problemIn(headers, body);
    if (problem?.status !== status) return `${status} is no problem: ${body.subarray(0, 200)}`;
  }
  // A fetch that is never made has no other methods.
  if (!["GET", "PUT", "POST", "DELETE", "HEAD"].includes(method)) return undefined;
  const isEmpty = method === "HEAD" || body.length === 0 || status === 204 || status === 304;
  const response = new Response(isEmpty ? null : new Uint8Array(body), { status, headers });
  const url = `http://localhost${path}`;
  if (!URL.canParse(url)) return undefined;
  try {
    await checkContract(new Request(url, { method }), response);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 600) : String(error);
  }
}

function problemIn(headers: Headers, body: Buffer): { status?: number } | undefined {
  if (headers.get("content-type")?.startsWith("application/problem+json") !== true)
    return undefined;
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
