import { mean, round } from "../support.ts";
import type { Sample } from "./startServer.ts";

const mebibytes = (bytes: number) => Math.round(bytes / 2 ** 20);

/** Resident memory of a process over its samples, and its processor time a request. */
export function memoryOf(samples: readonly Sample[], requestsPerSecond: number) {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined) throw new Error("The server said nothing.");
  const requests = (requestsPerSecond * (last.ms - first.ms)) / 1_000;
  return {
    firstMiB: mebibytes(first.rssBytes),
    lastMiB: mebibytes(last.rssBytes),
    maxMiB: mebibytes(Math.max(...samples.map(({ rssBytes }) => rssBytes))),
    slopeMiBPerMinute: slopeOf(samples),
    serverMicroseconds: Math.round((last.cpuMicroseconds - first.cpuMicroseconds) / requests),
  };
}

/** Of the line that comes closest to them all (least squares). */
function slopeOf(samples: readonly Sample[]): number {
  const minutes = samples.map(({ ms }) => ms / 60_000);
  const sizes = samples.map(({ rssBytes }) => rssBytes / 2 ** 20);
  const [meanMinute, meanSize] = [mean(minutes), mean(sizes)];
  const spread = minutes.reduce((sum, minute) => sum + (minute - meanMinute) ** 2, 0);
  const shared = minutes.reduce(
    (sum, minute, i) => sum + (minute - meanMinute) * ((sizes[i] ?? 0) - meanSize),
    0,
  );
  return round(shared / spread);
}
