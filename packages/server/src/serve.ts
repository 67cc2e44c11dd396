import { createServer, type Server, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type pg from "pg";
import type { Logger } from "pino";
import type { Config } from "./config/readConfig.ts";
import { createApp, type Site } from "./createApp.ts";
import { createLogger } from "./createLogger.ts";
import { keepConnections } from "./database/keepConnections.ts";
import { FeedHub } from "./feed/FeedHub.ts";
import { Housekeeper } from "./housekeeping/Housekeeper.ts";
import { answerSocket } from "./http/answerSocket.ts";
import { answerUnreadable } from "./http/answerUnreadable.ts";
import { inTurn } from "./http/inTurn.ts";
import { headBytes } from "./http/limits.ts";
import { Intake } from "./intake/Intake.ts";
import { Webhooks } from "./webhooks/Webhooks.ts";
import { WebhookWorker } from "./webhooks/WebhookWorker.ts";

export interface ServeOptions {
  readonly config: Config;
  /** Ended by `close`. */
  readonly pool: pg.Pool;
  /** Writes JSON lines to standard output when omitted. */
  readonly logger?: Logger | undefined;
  /** Sites of the host's own, beside the API. */
  readonly sites?: readonly Site[] | undefined;
}

export interface Serving {
  /** With the port that was taken, such as `http://127.0.0.1:4680`. */
  readonly url: string;
  /**
   * Takes no more connections, lets requests under way be answered for as long as the configuration
   * gives them, then cuts off the rest and ends the pool. A second call waits for the first.
   */
  close(): Promise<void>;
}

/** Serves the API on the configured host and port. Rejects where it can't listen there. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { config, pool, sites } = options;
  const { auth, limits, corsOrigins, metrics, rates } = config;
  const logger = options.logger ?? createLogger(config.logLevel);
  // Without a listener, a connection that breaks while idle would end the process.
  pool.on("error", (err) => logger.warn({ err }, "an idle database connection broke"));

  const housekeeper = new Housekeeper(pool, logger);
  const feed = new FeedHub(keepConnections(pool), { streams: limits.streams, logger });
  const intake = new Intake(keepConnections(pool), { logger });
  const webhooks = new Webhooks(config.webhooks);
  const worker = new WebhookWorker(keepConnections(pool), { webhooks, logger });
  const onCall = (tenant: string, mayHaveWritten: boolean) => {
    housekeeper.touch(tenant);
    if (mayHaveWritten) worker.touch(tenant);
  };
  const limited = { auth, limits, corsOrigins, metrics, rates, sites };
  const app = createApp({ ...limited, pool, logger, feed, intake, webhooks, onCall });
  const server = createServer(
    {
      requestTimeout: limits.requestMs,
      headersTimeout: Math.min(limits.requestMs, 10_000),
      connectionsCheckingInterval: Math.min(limits.requestMs, 1_000),
      keepAliveTimeout: 65_000, // longer than the 60 s after which load balancers let go
      maxHeaderSize: headBytes,
      requireHostHeader: false, // it is required, by the listener, which says so as a problem
    },
    inTurn(getRequestListener(app.fetch, { errorHandler: answerUnreadable(logger) })),
  );
  server.on("clientError", answerSocket);
  // Nobody has to know what a client expects; Node would answer 417, which is no problem document.
  server.on("checkExpectation", (request, response) => server.emit("request", request, response));
  const closeServer = closeGracefully(server, config.shutdownMs);
  const port = await listen(server, config);
  const host = config.host.includes(":") ? `[${config.host}]` : config.host;
  const url = `http://${host}:${port}`;
  logger.info({ url }, "listening");
  const resumed = housekeeper.resume();
  if (webhooks.isConfigured) worker.start();
  if (auth.mode === "off") {
    logger.warn({ url }, "OPEN: whoever can connect may do everything (MILEPOST_AUTH=off)");
  }

  let closed: Promise<void> | undefined;
  return {
    url,
    close() {
      // Streams would be waited for as if they came to an end.
      feed.close();
      closed ??= Promise.all([closeServer(), worker.stop(config.shutdownMs)])
        .then(() => webhooks.close())
        .then(() => resumed)
        .then(() => housekeeper.stop())
        .then(() => intake.close())
        .then(() => pool.end())
        .then(() => logger.info("closed"));
      return closed;
    },
  };
}

function listen(server: Server, { host, port }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/**
 * The function that closes a server once what is under way has been answered. Node leaves a
 * connection open that was busy when the server closed, for as long as it is kept alive: so each
 * answer from then on tells its client to let go.
 */
function closeGracefully(server: Server, graceMs: number): () => Promise<void> {
  const underWay = new Set<ServerResponse>();
  let closing = false;
  // Before the listener that answers: it may have answered by the time the next one is called.
  server.prependListener("request", (_, response) => {
    // On a connection that was open and had not said anything when the server closed.
    if (closing) response.setHeader("connection", "close");
    underWay.add(response);
    response.once("close", () => underWay.delete(response));
  });
  return async () => {
    closing = true;
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    for (const response of underWay) {
      const { socket } = response;
      if (!response.headersSent) response.setHeader("connection", "close");
      // Too late to say so: the connection of a file or a stream would be kept for another request.
      else response.once("finish", () => socket?.end());
    }
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    await closed;
    clearTimeout(timer);
  };
}
