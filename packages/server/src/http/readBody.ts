import { Problem } from "./Problem.ts";

/** What is left of a body is not read, so the connection can't carry another request. */
const headers = { connection: "close" };

/**
 * The whole body of a request, empty where it has none.
 *
 * @throws {@link Problem} `body_too_large` as soon as that is known; `media_type_unsupported` where
 * it is compressed, which would make the limit one of nothing; `request_invalid` where its sender
 * hung up in the middle, which is nobody's failure here
 */
export async function readBody(request: Request, limitBytes: number): Promise<Uint8Array> {
  const coding = request.headers.get("content-encoding") ?? "identity";
  if (coding.toLowerCase() !== "identity") {
    const detail = "The body has a Content-Encoding, and only one without is taken.";
    throw new Problem("media_type_unsupported", { detail, headers });
  }
  try {
    return await readUpTo(request, limitBytes);
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw new Problem("request_invalid", { detail: "The body was cut off.", cause });
  }
}

async function readUpTo(request: Request, limitBytes: number): Promise<Uint8Array> {
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
  const detail = `The body may have ${limitBytes.toLocaleString("en")} bytes.`;
  return new Problem("body_too_large", { detail, headers });
}
