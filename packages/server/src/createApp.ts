import { FactRecorder, OutlineCache, type Queryable } from "@milepost/engine";
import { Hono } from "hono";
import type pg from "pg";
import type { Logger } from "pino";
import { type Authenticate, type AuthOptions, createAuthenticate } from "./auth/authenticate.ts";
import { RateLimiter, type Rates } from "./auth/RateLimiter.ts";
import { keepConnections } from "./database/keepConnections.ts";
import { FeedHub } from "./feed/FeedHub.ts";
import type { AppEnv } from "./http/AppEnv.ts";
import { allowOrigins } from "./http/allowOrigins.ts";
import { answerError } from "./http/answerError.ts";
import { createMetrics, type Metrics } from "./http/createMetrics.ts";
import { guardOpenServer } from "./http/guardOpenServer.ts";
import { defaultLimits, type Limits } from "./http/limits.ts";
import { mount } from "./http/mount.ts";
import { observe } from "./http/observe.ts";
import { Problem } from "./http/Problem.ts";
import { refuseOtherMethods } from "./http/refuseOtherMethods.ts";
import { Intake } from "./intake/Intake.ts";
import { operations } from "./routes/operations.ts";
import { mountSystem } from "./routes/system.ts";
import { Webhooks } from "./webhooks/Webhooks.ts";

export interface AppOptions {
  /** On a migrated database, as a member of `milepost_app`. Never ended here. */
  readonly pool: pg.Pool;
  readonly auth: AuthOptions;
  /** Silent when omitted. */
  readonly logger?: Logger | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** Requests a minute that each caller may make, over all servers; any number when omitted. */
  readonly rates?: Rates | undefined;
  /** Answer `/metrics`, which tells routes and rates to whoever asks. False when omitted. */
  readonly metrics?: boolean | undefined;
  /** Origins whose pages may call from a browser, such as `https://academy.example`. */
  readonly corsOrigins?: readonly string[] | undefined;
  /**
   * Streams of the feed, for who is to close them when it ends, as `serve` does. The app's own when
   * omitted.
   */
  readonly feed?: FeedHub | undefined;
  /**
   * What becomes of facts, counted for data health; to be closed when the server ends, as `serve`
   * does. The app's own when omitted.
   */
  readonly intake?: Intake | undefined;
  /** What counts as the present. The database's clock when omitted. */
  readonly now?: (() => Date) | undefined;
  /**
   * What webhooks are signed and sent with, here when one is tried out; without, they have no key.
   * A host that mounts the app has events sent by a {@link WebhookWorker}, as `serve` does.
   */
  readonly webhooks?: Webhooks | undefined;
  /** Sites of the host's own, which the app answers with below their paths. */
  readonly sites?: readonly Site[] | undefined;
  /**
   * Told the tenant of every call that was carried out, and whether it was of a kind that writes.
   * A host that mounts the app has its reports folded from here ({@link foldReports}), as `serve`
   * does.
   */
  readonly onCall?: ((tenant: string, mayHaveWritten: boolean) => void) | undefined;
}

/** Pages served beside the API, which they call as any host would. */
export interface Site {
  /** Such as `/demo`: it is given every request to this path and below. */
  readonly path: string;
  fetch(request: Request, api: (request: Request) => Promise<Response>): Promise<Response>;
}

/** What operations are carried out with. */
export interface Services {
  readonly pool: pg.Pool;
  /** The pool for single statements. */
  readonly db: Queryable;
  /** For single facts: those that arrive together are recorded together. */
  readonly recorder: FactRecorder;
  /** For streams of what is being recorded. */
  readonly feed: FeedHub;
  /** For what becomes of facts. */
  readonly intake: Intake;
  /** What course pages share. */
  readonly outlines: OutlineCache;
  readonly webhooks: Webhooks;
  readonly authenticate: Authenticate;
  readonly limiter: RateLimiter;
  readonly limits: Limits;
  readonly logger: Logger | undefined;
  readonly now: (() => Date) | undefined;
  readonly onCall: ((tenant: string, mayHaveWritten: boolean) => void) | undefined;
}

/** The API as a fetch handler, for a server of ours or a host's own to mount. */
export function createApp(options: AppOptions): Hono<AppEnv> {
  const { pool, auth, logger, now } = options;
  const db = keepConnections(pool);
  const clock = now ?? (() => new Date());
  const limits = { ...defaultLimits, ...options.limits };
  const services: Services = {
    pool,
    db,
    recorder: new FactRecorder(db, { waiting: limits.waiting }),
    outlines: new OutlineCache(),
    feed: options.feed ?? new FeedHub(db, { streams: limits.streams, logger }),
    intake: options.intake ?? new Intake(db, { logger, now: clock }),
    webhooks: options.webhooks ?? new Webhooks({ key: null }),
    logger,
    now,
    onCall: options.onCall,
    authenticate: createAuthenticate(auth, { db, now: clock }),
    limiter: new RateLimiter(db, options.rates ?? { key: 0, person: 0 }, clock),
    limits,
  };
  const open = auth.mode === "off";
  const metrics: Metrics | undefined = options.metrics ? createMetrics(services) : undefined;

  const app = new Hono<AppEnv>();
  app.onError(answerError);
  app.notFound(() => {
    throw new Problem("route_not_found");
  });
  app.use(observe({ logger, metrics, open }));
  app.use(allowOrigins(options.corsOrigins ?? [], { open }));
  if (open) app.use(guardOpenServer(options.corsOrigins ?? []));
  for (const operation of operations) mount(app, operation, services);
  mountSystem(app, { db, metrics, limits: services.limits });
  for (const site of options.sites ?? []) mountSite(app, site);
  refuseOtherMethods(app);
  return app;
}

function mountSite(app: Hono<AppEnv>, { path, fetch }: Site): void {
  const api = async (request: Request) => app.fetch(request);
  for (const route of [path, `${path}/*`]) {
    app.all(route, (c) => {
      // Not the path itself, which may name a learner.
      c.set("route", path);
      return fetch(c.req.raw, api);
    });
  }
}
