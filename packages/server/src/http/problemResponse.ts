import type { Problem } from "./Problem.ts";

/** Where the problems are described; the code is the anchor. */
export const problemTypeBase = "https://milepost.dev/errors#";

/** A problem as the JSON of an RFC 9457 document. */
export function problemJson({ code, kind, detail, errors }: Problem): string {
  return JSON.stringify({
    type: `${problemTypeBase}${code}`,
    title: kind.title,
    status: kind.status,
    code,
    detail,
    ...(errors && errors.length > 0 ? { errors } : {}),
  });
}

/** A problem as the answer to a request. */
export function problemResponse(problem: Problem): Response {
  const { kind } = problem;
  return new Response(problemJson(problem), {
    status: kind.status,
    headers: {
      "content-type": "application/problem+json",
      ...(kind.status === 503 ? { "retry-after": "1" } : {}),
      ...problem.headers,
    },
  });
}
