import { ApiProblem, createClient } from "@milepost/client";
import { describe, expect, test } from "vitest";

const json = (body: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(body), {
    ...init,
    headers: { "content-type": "application/json", ...init.headers },
  });

/** A server that answers everything alike, and the requests it was sent. */
function answering(answer: () => Response) {
  const requests: Request[] = [];
  const fetch = (request: Request) => {
    requests.push(request);
    return answer();
  };
  return { fetch, requests };
}

describe("the client", () => {
  test("sends path, query, headers and body as the document has them", async () => {
    const { fetch, requests } = answering(() => json({ items: [], next: null }));
    const client = createClient({ baseUrl: "https://milepost.example/", token: "mp_x", fetch });
    await client.GET("/v1/learners/{learner}/courses", {
      params: { path: { learner: "a/b ü" }, query: { limit: 2, after: "a+b" } },
    });
    await client.PUT("/v1/courses/{course}", {
      params: { path: { course: "fs" }, header: { "if-match": '"3"' } },
      body: { title: "Fire", lessons: [{ id: "fs-1", title: "One" }] },
    });
    const [read, put] = requests;
    expect(read?.url).toBe(
      "https://milepost.example/v1/learners/a%2Fb%20%C3%BC/courses?limit=2&after=a%2Bb",
    );
    expect(read?.headers.get("authorization")).toBe("Bearer mp_x");
    expect(put?.headers.get("if-match")).toBe('"3"');
    expect(put?.headers.get("content-type")).toBe("application/json");
    expect(await put?.json()).toEqual({ title: "Fire", lessons: [{ id: "fs-1", title: "One" }] });
  });

  test("asks for a token before every request, so that it can be renewed", async () => {
    const { fetch, requests } = answering(() => json({ items: [], next: null }));
    let renewals = 0;
    const token = async () => `token-${++renewals}`;
    const client = createClient({ baseUrl: "https://x.example", token, fetch });
    await client.GET("/v1/courses");
    await client.GET("/v1/courses");
    const sent = requests.map(({ headers }) => headers.get("authorization"));
    expect(sent).toEqual(["Bearer token-1", "Bearer token-2"]);
  });

  test("sends no Authorization where there is no token", async () => {
    const { fetch, requests } = answering(() => json({ items: [], next: null }));
    await createClient({ baseUrl: "https://x.example", fetch }).GET("/v1/courses");
    expect(requests[0]?.headers.has("authorization")).toBe(false);
  });

  test("throws a refusal as a problem that can be branched on", async () => {
    const body = {
      type: "https://milepost.dev/errors#limit_out_of_range",
      title: "A page has 1 to 1,000 rows.",
      status: 400,
      code: "limit_out_of_range",
      detail: "query.limit: Has to be a whole number from 1 to 1,000.",
      errors: [{ path: "query.limit", message: "Has to be a whole number from 1 to 1,000." }],
    };
    const headers = { "content-type": "application/problem+json", "x-request-id": "r-1" };
    const { fetch } = answering(() => json(body, { status: 400, headers }));
    const call = createClient({ baseUrl: "https://x.example", fetch }).GET("/v1/courses");
    const problem: unknown = await call.catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({
      name: "ApiProblem",
      message: body.detail,
      status: 400,
      code: "limit_out_of_range",
      title: body.title,
      errors: body.errors,
      requestId: "r-1",
      retryAfterSeconds: null,
    });
  });

  test("says after how long it is worth trying again", async () => {
    const headers = { "content-type": "application/problem+json", "retry-after": "7" };
    const body = { code: "database_busy", title: "Busy", detail: "Busy", status: 503, type: "x" };
    const { fetch } = answering(() => json(body, { status: 503, headers }));
    const call = createClient({ baseUrl: "https://x.example", fetch }).GET("/v1/courses");
    await expect(call).rejects.toMatchObject({ code: "database_busy", retryAfterSeconds: 7 });
  });

  test("throws what a proxy answers as a problem without a code", async () => {
    const { fetch } = answering(
      () => new Response("<h1>Bad gateway</h1>", { status: 502, statusText: "Bad Gateway" }),
    );
    const call = createClient({ baseUrl: "https://x.example", fetch }).GET("/v1/courses");
    await expect(call).rejects.toMatchObject({
      status: 502,
      code: null,
      title: "Bad Gateway",
      message: "The server answered 502 Bad Gateway.",
      errors: [],
    });
  });

  test("throws what fetch throws where there was no answer", async () => {
    const fetch = () => Promise.reject(new TypeError("fetch failed"));
    const call = createClient({ baseUrl: "https://x.example", fetch }).GET("/v1/courses");
    await expect(call).rejects.toThrow(new TypeError("fetch failed"));
  });

  test("answers a 304 without data", async () => {
    const { fetch } = answering(() => new Response(null, { status: 304 }));
    const client = createClient({ baseUrl: "https://x.example", fetch });
    const { data, response } = await client.GET("/v1/courses/{course}", {
      params: { path: { course: "fs" }, header: { "if-none-match": '"1"' } },
    });
    expect(response.status).toBe(304);
    expect(data).toBeUndefined();
  });

  test("is typed by the document: what it does not have does not compile", () => {
    const client = createClient({ baseUrl: "https://x.example", fetch: () => json({}) });
    const calls = () => [
      // @ts-expect-error there is no such path
      client.GET("/v1/nowhere"),
      // @ts-expect-error the course is missing
      client.GET("/v1/courses/{course}"),
      // @ts-expect-error there is no such method
      client.DELETE("/v1/courses/{course}", { params: { path: { course: "fs" } } }),
      // @ts-expect-error a title is text
      client.PUT("/v1/courses/{c}", { params: { path: { course: "fs" } }, body: { title: 1 } }),
    ];
    expect(calls).toBeTypeOf("function");
  });
});
