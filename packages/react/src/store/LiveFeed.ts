import type { FeedEntry } from "@milepost/client";
import { exclusively, pause } from "./exclusively.ts";
import { readEventStream } from "./readEventStream.ts";
import type { Transport } from "./Transport.ts";
import type { SyncState } from "./types.ts";

interface LiveOptions {
  /** Server and learner: one tab of the browser listens for all that show this learner. */
  readonly owner: string;
  /** A course that something was recorded of; null where it may be any. */
  readonly onNews: (course: string | null) => void;
  readonly onState: (state: SyncState["live"]) => void;
}

const pollMs = 10_000;
const retryMs = 30_000;

/** The server breaks a silence every fifteen seconds; a connection that does not is dead. */
const silenceMs = 45_000;

/**
 * Follows what is recorded of a learner, by one stream for all tabs of a browser: it opens six
 * connections to a server at most. Where there is no stream to be had, asks every ten seconds.
 */
export class LiveFeed {
  readonly #transport: Transport;
  readonly #options: LiveOptions;
  readonly #ended = new AbortController();

  constructor(transport: Transport, options: LiveOptions) {
    this.#transport = transport;
    this.#options = options;
    const { signal } = this.#ended;
    exclusively(`milepost-live ${options.owner}`, () => this.#run(), signal).catch(() => undefined);
  }

  close(): void {
    this.#ended.abort();
  }

  async #run(): Promise<void> {
    const { onNews, onState } = this.#options;
    while (!this.#ended.signal.aborted) {
      await this.#follow().catch(() => undefined);
      if (this.#ended.signal.aborted) return;
      onState("polling");
      for (let waited = 0; waited < retryMs && !this.#ended.signal.aborted; waited += pollMs) {
        // What was recorded between a stream and the next is news, too.
        if (navigator.onLine) onNews(null);
        await this.#pause(pollMs);
      }
    }
  }

  async #follow(): Promise<void> {
    const { onNews, onState } = this.#options;
    const connection = new AbortController();
    const end = () => connection.abort();
    this.#ended.signal.addEventListener("abort", end, { once: true });
    let silence = setTimeout(end, silenceMs);
    try {
      const { signal } = connection;
      const { body } = await this.#transport.request("/v1/events/stream", { signal });
      if (body === null) return;
      onState("stream");
      onNews(null);
      await readEventStream(body, (data) => {
        clearTimeout(silence);
        silence = setTimeout(end, silenceMs);
        if (data !== null) onNews((JSON.parse(data) as FeedEntry).course);
      });
    } finally {
      clearTimeout(silence);
      this.#ended.signal.removeEventListener("abort", end);
    }
  }

  #pause(milliseconds: number): Promise<unknown> {
    const { signal } = this.#ended;
    const ended = new Promise((resolve) =>
      signal.addEventListener("abort", resolve, { once: true }),
    );
    return Promise.race([pause(milliseconds), ended]);
  }
}
