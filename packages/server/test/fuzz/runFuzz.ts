import fc from "fast-check";
import { checkAnswer } from "./checkAnswer.ts";
import { describeRequest } from "./describeRequest.ts";
import type { FindingKind } from "./Finding.ts";
import type { FuzzRequest } from "./FuzzRequest.ts";
import { learn } from "./learn.ts";
import { requests } from "./requests.ts";
import { sendRequest } from "./sendRequest.ts";
import type { World } from "./World.ts";

export interface FuzzOptions {
  readonly url: string;
  readonly world: World;
  /** With it the same requests are made, though not in the same order by all workers. */
  readonly seed: number;
  readonly count: number;
  readonly workers: number;
  /** Told of a kind of finding once for each operation. */
  onFinding(text: string): void;
}

export interface FuzzFigures {
  /** That were asked at least once. */
  readonly operations: number;
  /** Answers by hundreds: `2xx`. */
  readonly byStatus: Readonly<Record<string, number>>;
  readonly findings: Readonly<Record<FindingKind, number>>;
  readonly perSecond: number;
}

/** Made at once from one seed: each block begins anew, so any of them can be made again alone. */
const blockSize = 250;

/** Sends so many requests, by several workers at once, and goes on after what it finds. */
export async function runFuzz(options: FuzzOptions): Promise<FuzzFigures> {
  const { url, world, seed, count, workers, onFinding } = options;
  const arbitrary = requests(world);
  const asked = new Set<string>();
  const told = new Set<string>();
  const byStatus: Record<string, number> = { "2xx": 0, "3xx": 0, "4xx": 0, "5xx": 0 };
  const findings = noFindings();
  const tryOne = async (request: FuzzRequest, block: number) => {
    const answer = await sendRequest(url, request);
    learn(world, request, answer);
    asked.add(request.operation);
    const hundreds = typeof answer === "string" ? answer : `${Math.floor(answer.status / 100)}xx`;
    byStatus[hundreds] = (byStatus[hundreds] ?? 0) + 1;
    for (const { kind, operation, says } of checkAnswer(request, answer)) {
      findings[kind] += 1;
      if (told.has(`${operation} ${kind}`)) continue;
      told.add(`${operation} ${kind}`);
      onFinding(`${kind} of ${operation} (block ${block}): ${says}\n  ${describeRequest(request)}`);
    }
  };

  const begun = performance.now();
  let block = 0;
  const work = async () => {
    for (let own = block++; own * blockSize < count; own = block++) {
      const numRuns = Math.min(blockSize, count - own * blockSize);
      for (const request of fc.sample(arbitrary, { seed: seed + own, numRuns })) {
        await tryOne(request, own);
      }
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  const seconds = (performance.now() - begun) / 1_000;
  const perSecond = Math.round(count / seconds);
  asked.delete("stray");
  return { operations: asked.size, byStatus, findings, perSecond };
}

function noFindings(): Record<FindingKind, number> {
  const none = { hang: 0, "cut off": 0, "server error": 0, status: 0, "media type": 0 };
  return { ...none, schema: 0, code: 0, leak: 0, text: 0, formula: 0 };
}
