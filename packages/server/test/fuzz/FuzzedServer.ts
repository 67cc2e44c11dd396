import { createClient } from "@milepost/client";
import { doctor, sealAllCompletions, verifySeals } from "@milepost/engine";
import { createLogger, readConfig, type Serving, serve } from "@milepost/server";
import type pg from "pg";
import { createIssuers } from "../support/callers.ts";
import { createWorld, type World } from "./createWorld.ts";
import { type Fault, findFault } from "./findFault.ts";
import { known } from "./known.ts";
import type { FuzzedRequest, Sources } from "./requestOf.ts";
import { sendRaw } from "./sendRaw.ts";

/** Whatever is wrong with an answer, or that there was none in time. */
export type Finding = (Fault | { readonly kind: "hang"; readonly says: string }) & {
  readonly request: FuzzedRequest;
};

/** What is wrong with a server and its database in the end: all of it 0 or empty, where nothing is. */
export interface Damage {
  readonly differences: number;
  readonly sealFindings: number;
  readonly isOtherTenantChanged: boolean;
  /** Errors that it logged. */
  readonly logged: readonly string[];
  readonly isReady: boolean;
}

/** A server with a small world, to which requests are sent, and what comes of it is judged. */
export class FuzzedServer {
  readonly world: World;
  /** Operations that were answered with a success at least once. */
  readonly succeeded = new Set<string>();
  /** How often each status was answered. */
  readonly statuses: Record<string, number> = {};
  readonly #pool: pg.Pool;
  readonly #serving: Serving;
  readonly #logged: string[];
  #elsewhere = "";

  private constructor(
    pool: pg.Pool,
    { serving, world, logged }: { serving: Serving; world: World; logged: string[] },
  ) {
    this.#pool = pool;
    this.#serving = serving;
    this.world = world;
    this.#logged = logged;
  }

  /**
   * @param pool - a superuser's, on a migrated database that has no course
   * @param ours - the server's own, which it ends
   */
  static async create(pool: pg.Pool, ours: pg.Pool): Promise<FuzzedServer> {
    const issuers = await createIssuers();
    const world = await createWorld(pool, issuers);
    const config = readConfig({
      ...issuers.env,
      PORT: "0",
      MILEPOST_PERSON_RATE: "0",
      MILEPOST_REQUEST_TIMEOUT_MS: "10000",
      MILEPOST_WEBHOOK_KEY: Buffer.alloc(32, 7).toString("base64"),
      MILEPOST_WEBHOOK_ALLOW: "127.0.0.1",
    });
    const logged: string[] = [];
    const logger = createLogger("error", { write: (line) => logged.push(line) });
    const serving = await serve({ config, pool: ours, logger });
    const server = new FuzzedServer(pool, { serving, world, logged });
    server.#elsewhere = await server.#tellElsewhere();
    return server;
  }

  /** What requests can be about now: webhooks and saved views have names that only the server gives. */
  async sources(): Promise<Sources> {
    const administrator = this.world.callers.find(
      ({ name }) => name === "administrator of default",
    );
    const client = createClient({ baseUrl: this.#serving.url, token: administrator?.token });
    const [webhooks, views] = [await client.GET("/v1/webhooks"), await client.GET("/v1/views")];
    const body = { url: "http://127.0.0.1:9/" };
    const view = { name: "View", page: "courses", query: "", visibility: "everyone" } as const;
    for (let n = webhooks.data.items.length; n < 8; n++)
      await client.POST("/v1/webhooks", { body });
    for (let n = views.data.items.length; n < 8; n++)
      await client.POST("/v1/views", { body: view });
    const ids = async (path: "/v1/webhooks" | "/v1/views") =>
      (await client.GET(path)).data.items.map(({ id }) => id);
    const names = { webhook: await ids("/v1/webhooks"), view: await ids("/v1/views") };
    return { callers: this.world.callers, names: { ...known, ...names } };
  }

  /** Sends a request and says what is wrong with its answer. */
  async findingOf(request: FuzzedRequest): Promise<Finding | undefined> {
    const token = this.world.callers[request.caller]?.token;
    try {
      const answer = await sendRaw(this.#serving.url, request, token);
      const status = answer?.status ?? "closed";
      this.statuses[status] = (this.statuses[status] ?? 0) + 1;
      if (answer !== undefined && answer.status < 300) this.succeeded.add(request.operation);
      const fault = answer && (await findFault(request, answer));
      return fault && { ...fault, request };
    } catch (error) {
      if (!(error instanceof Error && error.message === "hung")) throw error;
      return { kind: "hang", says: error.message, request };
    }
  }

  /** Looks at what is left, and ends the server and its pool. */
  async close(): Promise<Damage> {
    const isReady = (await fetch(`${this.#serving.url}/readyz`)).status === 200;
    const isOtherTenantChanged = (await this.#tellElsewhere()) !== this.#elsewhere;
    await sealAllCompletions(this.#pool);
    const { differences } = await doctor(this.#pool);
    const { findings } = await verifySeals(this.#pool);
    await this.#serving.close();
    return {
      differences: differences.length,
      sealFindings: findings.length,
      isOtherTenantChanged,
      logged: this.#logged,
      isReady,
    };
  }

  /** What the other tenant's administrator reads. */
  async #tellElsewhere(): Promise<string> {
    const headers = { authorization: `Bearer ${this.world.elsewhere.token}` };
    const paths = [
      "/v1/events?limit=1000",
      "/v1/courses",
      "/v1/courses/fs",
      "/v1/learners",
      "/v1/groups",
      "/v1/learners/ada/courses/fs",
      "/v1/webhooks",
      "/v1/views",
    ];
    const texts: string[] = [];
    for (const path of paths) {
      const response = await fetch(this.#serving.url + path, { headers });
      if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
      texts.push(await response.text());
    }
    return texts.join("\n");
  }
}
