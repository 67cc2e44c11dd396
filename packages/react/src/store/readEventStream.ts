/**
 * Calls with the data of each server-sent event until the stream ends, and with null for whatever
 * else says that the connection lives. `EventSource` does the same and can carry no token.
 */
export async function readEventStream(
  body: ReadableStream<Uint8Array>,
  onEvent: (data: string | null) => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += decoder.decode(value, { stream: true });
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) onEvent(dataOf(block));
  }
}

function dataOf(block: string): string | null {
  const lines = block.split("\n").filter((line) => line.startsWith("data:"));
  return lines.length === 0 ? null : lines.map((line) => line.slice(5).trim()).join("\n");
}
