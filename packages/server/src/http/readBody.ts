import { Problem } from "./Problem.ts";

/**
 * The whole body of a request, empty where it has none.
 *
 * @throws {@link Problem} `body_too_large` as soon as that is known
 */
export async function readBody(request: Request, limitBytes: number): Promise<Uint8Array> {
  const announced = request.headers.get("content-length");
  if (announced !== null && /^\d+$/.test(announced)) {
    if (Number(announced) > limitBytes) throw tooLarge(limitBytes);
    // HTTP holds the sender to the length it announced, so there is nothing to count.
    return new Uint8Array(await request.arrayBuffer());
  }
  if (request.body === null) return new Uint8Array();

  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body) {
    length += chunk.byteLength;
    if (length > limitBytes) throw tooLarge(limitBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

function tooLarge(limitBytes: number): Problem {
  return new Problem("body_too_large", {
    detail: `The body may have ${limitBytes.toLocaleString("en")} bytes.`,
    // What is left of the body is not read, so the connection can't carry another request.
    headers: { connection: "close" },
  });
}
