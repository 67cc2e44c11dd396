import { describeRun } from "../../bench/support.ts";
import { countFindings } from "./countFindings.ts";
import { Load } from "./Load.ts";
import type { Place } from "./Place.ts";

export interface Fault<Database> {
  readonly name: string;
  /** How often it strikes, unless `FAULT_TRIES` says otherwise. */
  readonly tries: number;
  place(): Promise<Place<Database>>;
  /** Resolves once what failed is there again. */
  strike(place: Place<Database>, load: Load): Promise<void>;
}

const senders = 4;

/**
 * Strikes a service under load again and again, and prints one JSON line: how often, what was
 * acknowledged, and what of it was lost or there twice; the longest time without an acknowledgement
 * (`outSeconds`), and the time to the next one from when what failed was there again
 * (`recoverySeconds`). Ends this process with 1 where anything is wrong.
 */
export async function runFault<Database>(fault: Fault<Database>): Promise<void> {
  const tries = Number(process.env.FAULT_TRIES ?? fault.tries);
  const place = await fault.place();
  try {
    const load = new Load({ urls: [place.server.url], key: place.key, senders });
    const [out, recovery]: [number[], number[]] = [[], []];
    for (let n = 0; n < tries; n++) {
      await load.more(20 + Math.floor(Math.random() * 200));
      load.takeLongestGapMs();
      await fault.strike(place, load);
      const restored = performance.now();
      await load.next();
      out.push(load.takeLongestGapMs());
      recovery.push(performance.now() - restored);
      process.stderr.write(".");
    }
    await load.more(20);
    await load.stop();
    await place.server.stop();
    const found = await place.inspect((pool) => countFindings(pool, load.acknowledged));
    const unexpected = [...load.unexpected, ...place.server.errors];
    const run = await place.inspect(describeRun);
    printFault(fault.name, run, {
      tries,
      acknowledged: load.acknowledged.length,
      ...found,
      unexpected: unexpected.length,
      outSeconds: middleAndMost(out),
      recoverySeconds: middleAndMost(recovery),
      answers: load.answers,
    });
    for (const what of [...unexpected.slice(0, 3), ...unexpected.slice(-3)]) console.error(what);
  } finally {
    await place.remove();
  }
}

/** The line of a fault. Ends this process with 1 where a figure that has to be 0 is not. */
export function printFault(
  fault: string,
  run: Awaited<ReturnType<typeof describeRun>>,
  figures: Readonly<Record<string, unknown>>,
): void {
  console.log(JSON.stringify({ fault, ...run, ...figures }));
  const harms = ["lost", "duplicated", "differences", "sealFindings", "differing", "unexpected"];
  if (harms.some((harm) => figures[harm] !== undefined && figures[harm] !== 0)) {
    process.exitCode = 1;
  }
}

/** In seconds. */
function middleAndMost(taken: readonly number[]): { median: number; most: number } {
  const sorted = taken.toSorted((a, b) => a - b);
  const seconds = (ms = Number.NaN) => Number((ms / 1000).toFixed(2));
  return { median: seconds(sorted[Math.floor(sorted.length / 2)]), most: seconds(sorted.at(-1)) };
}
