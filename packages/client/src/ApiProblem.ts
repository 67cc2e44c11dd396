import type { Problem, ProblemCode } from "./generated/openapi.ts";

/** A request that was answered, with something else than what was asked for. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly status: number;
  /** To branch on; null where it was not Milepost that answered, but a proxy before it. */
  readonly code: ProblemCode | null;
  readonly title: string;
  /** The fields at fault. */
  readonly errors: NonNullable<Problem["errors"]>;
  /** Finds the request in the server's log. */
  readonly requestId: string | null;
  /** Seconds after which it is worth repeating the request; null where it isn't said. */
  readonly retryAfterSeconds: number | null;

  constructor(response: Response, problem: Problem | null) {
    super(problem?.detail ?? `The server answered ${response.status} ${response.statusText}.`);
    const { headers } = response;
    const retryAfter = Number(headers.get("retry-after") ?? Number.NaN);
    this.status = response.status;
    this.code = problem?.code ?? null;
    this.title = problem?.title ?? response.statusText;
    this.errors = problem?.errors ?? [];
    this.requestId = headers.get("x-request-id");
    this.retryAfterSeconds = Number.isFinite(retryAfter) ? retryAfter : null;
  }

  /** The problem that an answer says. */
  static async of(response: Response): Promise<ApiProblem> {
    const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json");
    return new ApiProblem(response, isProblem ? ((await response.json()) as Problem) : null);
  }
}
