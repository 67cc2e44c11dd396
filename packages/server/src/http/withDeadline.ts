import { Problem } from "./Problem.ts";
import type { ProblemCode } from "./problems.ts";

/**
 * What `work` comes to, or the problem of this code where that takes longer. The work goes on:
 * only whoever does it can stop it.
 *
 * @param endsAt - as `performance.now()` counts
 */
export async function withDeadline<T>(
  work: Promise<T>,
  endsAt: number,
  code: ProblemCode,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const headers = { connection: "close" };
    timer = setTimeout(() => reject(new Problem(code, { headers })), endsAt - performance.now());
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
