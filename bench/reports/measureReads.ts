import type pg from "pg";
import { round } from "../support.ts";
import { plainQuestions } from "./plainQuestions.ts";
import { lookingBack, type Question, questions } from "./questions.ts";

/** Milliseconds of one question, or a ratio. */
export type Figures = Record<string, Record<string, number>>;

/** However slow one is, after this time it has been asked often enough. */
const longestMs = 30_000;

/** Every question asked again and again over one warm connection: milliseconds, sorted. */
async function timesOf(
  act: () => Promise<unknown>,
  { runs, warm }: { runs: number; warm: number },
): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + longestMs;
  for (let run = 0; run < warm + runs && (run <= warm || performance.now() < end); run++) {
    const from = performance.now();
    await act();
    if (run >= warm) times.push(performance.now() - from);
  }
  return times.sort((a, b) => a - b);
}

function quantiles(times: readonly number[]): Record<string, number> {
  const at = (share: number) =>
    round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN);
  return { p50: at(0.5), p95: at(0.95), runs: times.length };
}

async function measure(
  client: pg.Client,
  question: Question,
  runs: number,
): Promise<Record<string, number>> {
  const after = await question.prepare?.(client);
  // PostgreSQL settles on a plan with the sixth call of a statement.
  const warm = Math.min(runs, 10);
  return quantiles(await timesOf(() => question.ask(client, after), { runs, warm }));
}

/**
 * The reports of one database by the engine, and three of them by plain SQL over the facts.
 *
 * @param runs - calls of each question; those that look back get five at most
 */
export async function measureReads(client: pg.Client, runs: number): Promise<Figures> {
  const figures: Figures = {};
  for (const question of questions) {
    figures[question.name] = await measure(client, question, runs);
  }
  for (const question of lookingBack) {
    figures[question.name] = await measure(client, question, Math.min(runs, 5));
  }
  for (const [name, text] of Object.entries(plainQuestions)) {
    const times = await timesOf(() => client.query(text), { runs: Math.min(runs, 3), warm: 0 });
    const plain = times[Math.floor(times.length / 2)] ?? Number.NaN;
    const engine = figures[name]?.p50 ?? Number.NaN;
    figures[name] = {
      ...figures[name],
      plain: round(plain),
      timesQuicker: Math.round(plain / engine),
    };
  }
  return figures;
}
