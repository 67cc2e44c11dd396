import { jsonText } from "../http/jsonText.ts";
import type { FeedNews } from "./Waiting.ts";

const retryMs = 2_000;

/**
 * A feed's news as server-sent events. After entries that were passed over, and in a silence, comes
 * an id alone: a client that reconnects does not have to look through them again.
 */
export async function* feedEvents(news: AsyncGenerator<FeedNews>): AsyncGenerator<string> {
  let begin = `retry: ${retryMs}\n`;
  try {
    for await (const { entries, place } of news) {
      const events = entries.map((entry) => `id: ${entry.cursor}\ndata: ${jsonText(entry)}\n\n`);
      const isPast = entries.at(-1)?.position !== place.position;
      yield begin + events.join("") + (isPast ? `id: ${place.next}\n\n` : "");
      begin = "";
    }
  } finally {
    await news.return(undefined);
  }
}
