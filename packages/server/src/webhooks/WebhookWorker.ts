import {
  type DueWebhook,
  type DueWebhooksRequest,
  listDueWebhooks,
  type Queryable,
} from "@milepost/engine";
import type { Logger } from "pino";
import { type RoundTools, sendRound } from "./sendRound.ts";
import type { Webhooks } from "./Webhooks.ts";

/** How often is looked for what others recorded. */
const pollMs = 500;
/** The part of the time that a server looks at most, however many tenants have webhooks. */
const share = 0.1;
/** How soon after something was recorded here: what is recorded meanwhile goes with it. */
const soonMs = 50;
/** How long the database is left alone after it failed. */
const troubleMs = 5_000;
/** Webhooks that are sent to at once. */
const most = 8;

export interface WebhookWorkerOptions {
  readonly webhooks: Webhooks;
  /** Silent when omitted. */
  readonly logger?: Logger | undefined;
  /** What counts as the present. The database's clock when omitted. */
  readonly now?: (() => Date) | undefined;
}

/**
 * Sends webhooks what is recorded. Several servers may do so at once: each webhook is one's own
 * while its lease holds.
 */
export class WebhookWorker {
  readonly #tools: RoundTools;
  readonly #logger: Logger | undefined;
  readonly #ended = new AbortController();
  readonly #cut = new AbortController();
  readonly #underWay = new Map<string, Promise<void>>();
  #look: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isStarted = false;
  /** When the timer is to go off, as `performance.now()` counts. */
  #wakesAt = 0;
  /** Tenants to look at before all others. */
  readonly #touched = new Set<string>();
  /** When it is time to look at the others; counted likewise. */
  #pollAt = 0;
  /** The tenant after which they are gone on with; null for the first. */
  #after: string | null = null;

  constructor(db: Queryable, { webhooks, logger, now }: WebhookWorkerOptions) {
    this.#logger = logger;
    this.#tools = { db, webhooks, now, ended: this.#ended.signal, cut: this.#cut.signal };
  }

  /** Looks about twice a second from now on. */
  start(): void {
    this.#isStarted = true;
    this.#wakeIn(0);
  }

  /** Notes that something was recorded for a tenant. */
  touch(tenant: string): void {
    if (!this.#isStarted) return;
    this.#touched.add(tenant);
    this.#wakeIn(soonMs);
  }

  /** Looks once, at up to 200 tenants; resolves when all that was due there has been sent. */
  async sendDue(): Promise<void> {
    this.#after = await this.#begin({ after: this.#after });
    await Promise.all(this.#underWay.values());
  }

  /**
   * Begins no more. What is under way has `graceMs` to come to its end; then it is broken off, and
   * is sent again by whoever goes on.
   */
  async stop(graceMs = 0): Promise<void> {
    this.#ended.abort();
    clearTimeout(this.#timer);
    const cut = setTimeout(() => this.#cut.abort(), graceMs);
    await this.#look;
    await Promise.all(this.#underWay.values());
    clearTimeout(cut);
  }

  #wakeIn(ms: number): void {
    const at = performance.now() + ms;
    if (this.#ended.signal.aborted || (this.#wakesAt <= at && this.#timer !== undefined)) return;
    clearTimeout(this.#timer);
    this.#wakesAt = at;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      // What was recorded since a look began may be too late for it.
      if (this.#look !== undefined) return this.#wakeIn(soonMs);
      this.#look = this.#wake().finally(() => {
        this.#look = undefined;
      });
    }, ms);
    this.#timer.unref();
  }

  async #wake(): Promise<void> {
    try {
      const tenants = [...this.#touched];
      this.#touched.clear();
      if (tenants.length > 0) await this.#begin({ tenants });
      if (performance.now() >= this.#pollAt) await this.#poll();
      this.#wakeIn(this.#touched.size > 0 ? soonMs : this.#pollAt - performance.now());
    } catch (err) {
      this.#logger?.warn({ err }, "what is due to webhooks could not be looked for");
      this.#wakeIn(troubleMs);
    }
  }

  async #poll(): Promise<void> {
    const began = performance.now();
    this.#after = await this.#begin({ after: this.#after });
    const ended = performance.now();
    const pause = (ended - began) * (1 / share - 1);
    this.#pollAt = ended + Math.max(pause, this.#after === null ? pollMs : soonMs);
  }

  /** Looks, and begins what is due; answers where to go on. */
  async #begin(request: DueWebhooksRequest): Promise<string | null> {
    const { db, now } = this.#tools;
    const { due, next } = await listDueWebhooks(db, request, { now: now?.() });
    // In any order: where more is due than is sent to at once, nobody always comes last.
    for (const each of due.toSorted(() => Math.random() - 0.5)) {
      if (this.#underWay.size >= most || this.#ended.signal.aborted) break;
      const { webhook } = each;
      if (this.#underWay.has(webhook)) continue;
      const round = this.#send(each).finally(() => this.#underWay.delete(webhook));
      this.#underWay.set(webhook, round);
    }
    return next;
  }

  async #send(due: DueWebhook): Promise<void> {
    try {
      const outcome = await sendRound(this.#tools, due);
      if (outcome === "lost") this.#logger?.warn(due, "a webhook's lease ended before its round");
      if (outcome === "disabled") this.#logger?.warn(due, "a webhook is sent nothing any more");
      // There may be more than a round takes.
      if (outcome === "sent" && this.#isStarted) {
        this.#touched.add(due.tenant);
        this.#wakeIn(0);
      }
    } catch (err) {
      // The lease ends, and then the same is sent again.
      this.#logger?.warn({ err, ...due }, "a webhook's round failed");
    }
  }
}
