import createFetchClient, { type FetchResponse, type MaybeOptionalInit } from "openapi-fetch";
import { ApiProblem } from "./ApiProblem.ts";
import type { paths } from "./generated/openapi.ts";

export interface ClientOptions {
  /** Of the server, such as `https://milepost.example`; a page's own origin when omitted. */
  readonly baseUrl?: string | undefined;
  /** An API key or a token. A function is asked before every request, so that it can renew one. */
  readonly token?: string | (() => string | Promise<string>) | undefined;
  /** `globalThis.fetch` when omitted; the fetch handler of an app will do, without a socket. */
  readonly fetch?: ((request: Request) => Response | Promise<Response>) | undefined;
}

type Method = "get" | "put" | "post" | "delete";

type PathWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, object> ? P : never;
}[keyof paths];

/** Parameters and body of a request: left out where nothing of them is needed. */
type Init<I> = Partial<I> extends I ? [init?: I] : [init: I];

type Answered<P extends keyof paths, M extends Method, I> =
  paths[P] extends Record<M, infer O extends Record<string | number, unknown>>
    ? Extract<FetchResponse<O, I, "application/json">, { error?: never }>
    : never;

type Call<M extends Method> = <P extends PathWith<M>, I extends MaybeOptionalInit<paths[P], M>>(
  path: P,
  ...init: Init<I>
) => Promise<Answered<P, M, I>>;

/** The API, typed by its OpenAPI document: `data` is the answer, `response` has its headers. */
export interface MilepostClient {
  readonly GET: Call<"get">;
  readonly PUT: Call<"put">;
  readonly POST: Call<"post">;
  readonly DELETE: Call<"delete">;
}

/**
 * Makes a client of the API.
 *
 * Each call resolves to `{ data, response }`, where `data` is undefined for a 304 alone, and throws
 * {@link ApiProblem} for a refusal. What keeps a request from being answered at all is thrown as
 * `fetch` throws it.
 */
export function createClient({ baseUrl, token, fetch }: ClientOptions = {}): MilepostClient {
  const client = createFetchClient<paths, "application/json">({
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(fetch === undefined ? {} : { fetch: async (request) => fetch(request) }),
  });
  client.use({
    async onRequest({ request }) {
      const credential = typeof token === "function" ? await token() : token;
      if (credential !== undefined) request.headers.set("authorization", `Bearer ${credential}`);
      return request;
    },
    async onResponse({ response }) {
      if (!response.ok && response.status !== 304) throw await ApiProblem.of(response);
      return response;
    },
  });
  // What is no success has been thrown by now, which the library's types can't know.
  return client as unknown as MilepostClient;
}
