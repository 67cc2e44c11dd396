import { against, figure, table } from "./table.mjs";

export function feedTable({ through, cost, writers, batch, workers }) {
  return table([
    ["", "", "goal"],
    [
      `entries a second through the feed, ${writers} writers in batches of ${batch}`,
      figure(through.perSecond),
      "",
    ],
    ["entries skipped", figure(through.skipped), "0"],
    ["entries read twice", figure(through.repeated), "0"],
    [
      `completions a second, ${workers} connections, without what the feed adds`,
      figure(cost.withoutPerSecond),
      "",
    ],
    ["with it", figure(cost.perSecond), against(cost.ratio, { least: 0.9 })],
    [
      "with it, and read fifty times a second",
      figure(cost.readPerSecond),
      against(cost.readRatio, { least: 0.9 }),
    ],
  ]);
}

export function toldTable({ stream, webhook }) {
  const row = (what, { p50, p99 }) => [what, `${figure(p50)} ms`, `${figure(p99)} ms`];
  return table([
    ["from the answer to a write until", "p50", "p99"],
    row("a stream of the same server has told it", stream.here),
    row("a stream has told what somebody else committed", stream.elsewhere),
    row("a webhook has received it", webhook),
  ]);
}

export function liveTable({ savedMs, seenElsewhereMs, ratio }) {
  const row = (what, { p50, p99 }, more) => [what, `${figure(p50)} ms`, `${figure(p99)} ms`, more];
  return table([
    ["from a learner's tap until", "p50", "p99", "times the first"],
    row("the server has answered that device", savedMs, ""),
    row("another device's bar shows it", seenElsewhereMs, `${figure(ratio)}×`),
  ]);
}
