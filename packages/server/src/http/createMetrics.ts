import type pg from "pg";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { FeedHub } from "../feed/FeedHub.ts";
import type { Webhooks } from "../webhooks/Webhooks.ts";

/** What a request is counted under. */
export interface RequestLabels {
  readonly route: string;
  readonly method: string;
  readonly status: number;
}

export interface Metrics {
  count(labels: RequestLabels, seconds: number): void;
  /** In the text format of Prometheus. */
  render(): Promise<{ text: string; type: string }>;
}

/** What is counted beside requests. */
export interface Counted {
  readonly pool: pg.Pool;
  readonly feed: FeedHub;
  readonly webhooks: Webhooks;
}

/** Requests by the path's template, connections, streams, what webhooks were sent; the process. */
export function createMetrics(counted: Counted): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  countOthers(registry, counted);
  const labelNames = ["route", "method", "status"] as const;
  const requests = new Counter({
    name: "milepost_http_requests_total",
    help: "Requests answered.",
    labelNames,
    registers: [registry],
  });
  const durations = new Histogram({
    name: "milepost_http_request_duration_seconds",
    help: "Time from the request's first byte to its answer.",
    labelNames: ["route", "method"] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  return {
    count({ route, method, status }, seconds) {
      requests.inc({ route, method, status });
      durations.observe({ route, method }, seconds);
    },
    async render() {
      return { text: await registry.metrics(), type: registry.contentType };
    },
  };
}

/** What is known elsewhere, and asked for when somebody looks. */
function countOthers(registry: Registry, { pool, feed, webhooks }: Counted): void {
  new Gauge({
    name: "milepost_pool_connections",
    help: "Connections of the pool: idle and busy; waiting counts requests without one.",
    labelNames: ["state"] as const,
    registers: [registry],
    collect() {
      this.set({ state: "idle" }, pool.idleCount);
      this.set({ state: "busy" }, pool.totalCount - pool.idleCount);
      this.set({ state: "waiting" }, pool.waitingCount);
    },
  });
  new Gauge({
    name: "milepost_feed_streams",
    help: "Streams of events that are open.",
    registers: [registry],
    collect() {
      this.set(feed.open);
    },
  });
  new Counter({
    name: "milepost_webhook_attempts_total",
    help: "Events sent to webhooks by this server: arrived and failed.",
    labelNames: ["outcome"] as const,
    registers: [registry],
    collect() {
      this.reset();
      this.inc({ outcome: "arrived" }, webhooks.attempts.arrived);
      this.inc({ outcome: "failed" }, webhooks.attempts.failed);
    },
  });
}
