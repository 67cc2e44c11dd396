import type { Problem } from "./Problem.ts";

/** Where the problems are described; the code is the anchor. */
export const problemTypeBase = "https://milepost.dev/errors#";

/** A problem as an RFC 9457 document. */
export function problemResponse(problem: Problem): Response {
  const { code, kind, detail, errors } = problem;
  const document = {
    type: `${problemTypeBase}${code}`,
    title: kind.title,
    status: kind.status,
    code,
    detail,
    ...(errors && errors.length > 0 ? { errors } : {}),
  };
  return new Response(JSON.stringify(document), {
    status: kind.status,
    headers: {
      "content-type": "application/problem+json",
      ...(kind.status === 503 ? { "retry-after": "1" } : {}),
      ...problem.headers,
    },
  });
}
