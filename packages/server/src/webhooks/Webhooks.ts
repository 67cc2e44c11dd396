import { Agent, request } from "undici";
import { AllowList } from "./AllowList.ts";
import { errorText } from "./errorText.ts";
import { guardedLookup } from "./guardedLookup.ts";
import type { Message } from "./message.ts";
import { refusalOfUrl } from "./refusalOfUrl.ts";
import { type SecretOf, shownSecret, signatureHeaders, webhookSecret } from "./signature.ts";

export interface WebhookOptions {
  /** What secrets follow from, at least 32 bytes; without it nothing is signed and nothing sent. */
  readonly key: Uint8Array | null;
  /** Hosts, addresses and networks to send to though they are not public; see {@link AllowList}. */
  readonly allow?: readonly string[] | undefined;
}

/** What is sent where, and with which secrets. */
export interface Sending extends Message {
  readonly url: string;
  readonly secrets: readonly Buffer[];
  /** For the signature; a receiver refuses one that is minutes old. */
  readonly at: Date;
  /** Milliseconds that it may take: what a receiver has where omitted, and never more than that. */
  readonly withinMs?: number | undefined;
  /** Breaks it off. */
  readonly signal?: AbortSignal | undefined;
}

/** What came of it: `arrived` with a status of 2xx. */
export interface Attempt {
  readonly arrived: boolean;
  /** Null where there was no answer. */
  readonly status: number | null;
  /** Null where it arrived. */
  readonly error: string | null;
}

/** How long a receiver has, from the look-up of its name to the end of its answer. */
export const attemptMs = 15_000;
/** Of an answer so much is read, so that its connection can be used again. */
const answerBytes = 64 * 1024;
/** Connections to one receiver at once. */
const connections = 8;

/** What webhooks are signed and sent with. */
export class Webhooks {
  readonly #key: Uint8Array | null;
  readonly #allowed: AllowList;
  readonly #agent: Agent;
  /** Attempts of this server so far. */
  readonly attempts = { arrived: 0, failed: 0 };

  constructor({ key, allow = [] }: WebhookOptions) {
    this.#key = key;
    this.#allowed = new AllowList(allow);
    this.#agent = new Agent({
      connections,
      connect: { lookup: guardedLookup(this.#allowed), timeout: attemptMs },
    });
  }

  /** Whether there is a key. */
  get isConfigured(): boolean {
    return this.#key !== null;
  }

  /** Why nothing is sent to a URL; null where it may be, as far as the URL itself says. */
  refusalOf(url: string): string | null {
    return refusalOfUrl(url, this.#allowed);
  }

  /** The secret to show. */
  secretOf(of: SecretOf): string {
    return shownSecret(webhookSecret(this.#keyOrThrow(), of));
  }

  /** The secrets to sign with, and the one before too where that is still in use. */
  secretsOf(of: SecretOf, { withFormer }: { withFormer: boolean }): Buffer[] {
    const versions = withFormer && of.version > 1 ? [of.version, of.version - 1] : [of.version];
    return versions.map((version) => webhookSecret(this.#keyOrThrow(), { ...of, version }));
  }

  /**
   * Sends a message, once.
   * @throws whatever `signal` was aborted with; all else that goes wrong is the answer
   */
  async send(sending: Sending): Promise<Attempt> {
    const attempt = await this.#try(sending);
    this.attempts[attempt.arrived ? "arrived" : "failed"]++;
    return attempt;
  }

  async #try({
    url,
    secrets,
    id,
    body,
    at,
    signal,
    withinMs = attemptMs,
  }: Sending): Promise<Attempt> {
    const refusal = this.refusalOf(url);
    if (refusal !== null) return { arrived: false, status: null, error: refusal };
    const timeout = AbortSignal.timeout(Math.max(1, Math.min(attemptMs, Math.floor(withinMs))));
    try {
      const response = await request(url, {
        method: "POST",
        dispatcher: this.#agent,
        headers: {
          "content-type": "application/json",
          "user-agent": "Milepost",
          ...signatureHeaders({ id, body, at }, secrets),
        },
        body,
        signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
      });
      const status = response.statusCode;
      // The status says it all; a body that breaks off costs its connection and nothing else.
      await response.body.dump({ limit: answerBytes });
      if (status >= 200 && status < 300) return { arrived: true, status, error: null };
      return { arrived: false, status, error: `The receiver answered ${status}.` };
    } catch (error) {
      signal?.throwIfAborted();
      return { arrived: false, status: null, error: errorText(error) };
    }
  }

  /** Lets go of the connections. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  #keyOrThrow(): Uint8Array {
    if (this.#key === null) throw new Error("webhooks have no key");
    return this.#key;
  }
}
