import type { CourseProgressPage, EventResults, Problem } from "@milepost/client";
import type { GetToken, QueuedFact } from "./types.ts";

/** An answer that is none: the server refused the request itself. */
export class RequestRefused extends Error {
  readonly status: number;
  readonly code: string;
  /** Whether the same request may be answered later. */
  readonly isPassing: boolean;
  readonly retryAfterMs: number;

  constructor(response: Response, problem: Partial<Problem>) {
    super(problem.detail ?? `The server answered ${response.status}.`);
    this.status = response.status;
    this.code = problem.code ?? "unknown";
    this.retryAfterMs = Number(response.headers.get("retry-after") ?? 0) * 1_000;
    // 401: somebody has to log in again, and what they did is kept until then.
    this.isPassing = this.status >= 500 || [401, 408, 425, 429].includes(this.status);
  }
}

interface Claims {
  readonly sub?: string;
  readonly exp?: number;
}

const renewBeforeMs = 30_000;

/** A request that hangs would keep every tab of the browser from sending. */
const requestMs = 30_000;

/** Between clocks that differ by less, nothing is corrected: `Date` has whole seconds. */
const clocksAgreeMs = 2_000;

/** Requests to the API with the learner's token, renewed when it is about to expire or refused. */
export class Transport {
  readonly #api: string;
  readonly #getToken: GetToken | undefined;
  #token: string | undefined;
  #asking: Promise<string> | undefined;
  /** Of the server's clock over ours, in milliseconds. */
  #ahead = 0;

  constructor(api: string, getToken: GetToken | undefined) {
    this.#api = api.replace(/\/$/, "");
    this.#getToken = getToken;
  }

  /** The learner whom the token names. @throws Error where there is no token or it names nobody */
  async learner(): Promise<string> {
    const { sub } = claimsOf(await this.#freshToken());
    if (sub === undefined) throw new Error("The learner is neither given nor named by a token.");
    return sub;
  }

  /** @throws {@link RequestRefused}, or what `fetch` throws */
  async readPage(learner: string, course: string): Promise<CourseProgressPage> {
    const [who, what] = [encodeURIComponent(learner), encodeURIComponent(course)];
    return (await this.request(`/v1/learners/${who}/courses/${what}`)).json();
  }

  /** Results in the order of the facts. @throws as {@link readPage} does */
  async send(learner: string, facts: readonly QueuedFact[]): Promise<EventResults["results"]> {
    const body = this.#bodyOf(learner, facts);
    const response = await this.request("/v1/events", { method: "POST", body });
    return ((await response.json()) as EventResults).results;
  }

  /** Sends without waiting for anything, while the page is being left. */
  sendLast(learner: string, facts: readonly QueuedFact[]): void {
    if (this.#getToken !== undefined && this.#token === undefined) return;
    const init = { method: "POST", body: this.#bodyOf(learner, facts), keepalive: true };
    // Whether it arrives is not known; the facts stay queued, and their ids make them count once.
    fetch(`${this.#api}/v1/events`, this.#init(init)).catch(() => undefined);
  }

  /**
   * Any request; once more with a new token where the old one is refused. It is given thirty
   * seconds unless `init` says otherwise by a signal.
   */
  async request(path: string, init: RequestInit = {}): Promise<Response> {
    await this.#freshToken();
    let response = await fetch(this.#api + path, this.#init(init));
    if (response.status === 401 && this.#getToken !== undefined) {
      this.#token = undefined;
      await this.#freshToken();
      response = await fetch(this.#api + path, this.#init(init));
    }
    this.#readClock(response);
    if (response.ok) return response;
    const isJson = response.headers.get("content-type")?.includes("json");
    throw new RequestRefused(response, isJson ? await response.json() : {});
  }

  #init(init: RequestInit): RequestInit {
    const headers: Record<string, string> = {};
    if (this.#token !== undefined) headers.authorization = `Bearer ${this.#token}`;
    if (init.body != null) headers["content-type"] = "application/json";
    return { signal: AbortSignal.timeout(requestMs), ...init, headers };
  }

  #bodyOf(learner: string, facts: readonly QueuedFact[]): string {
    const events = facts.map(({ id, type, lesson, at }) => {
      const corrected = new Date(Date.parse(at) + this.#ahead).toISOString();
      return { id, type, learner, lesson, at: corrected };
    });
    return JSON.stringify({ events });
  }

  async #freshToken(): Promise<string> {
    const getToken = this.#getToken;
    if (getToken === undefined) return "";
    if (this.#token !== undefined && !isExpiring(this.#token)) return this.#token;
    this.#asking ??= Promise.resolve()
      .then(getToken)
      .finally(() => {
        this.#asking = undefined;
      });
    this.#token = await this.#asking;
    return this.#token;
  }

  #readClock(response: Response): void {
    const date = Date.parse(response.headers.get("date") ?? "");
    if (Number.isNaN(date)) return;
    const ahead = date - Date.now();
    this.#ahead = Math.abs(ahead) < clocksAgreeMs ? 0 : ahead;
  }
}

/** What a token says, unverified: the server does that. Nothing where it is no JWT. */
function claimsOf(token: string): Claims {
  const payload = token.split(".")[1];
  if (payload === undefined) return {};
  try {
    const bytes = atob(payload.replaceAll("-", "+").replaceAll("_", "/"));
    const text = new TextDecoder().decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0)));
    return JSON.parse(text) as Claims;
  } catch {
    return {};
  }
}

function isExpiring(token: string): boolean {
  const { exp } = claimsOf(token);
  return exp !== undefined && exp * 1_000 - Date.now() < renewBeforeMs;
}
