import type { DataHealth } from "@milepost/client";
import { countOf, countText } from "../../text/numbers.ts";

/** Whether the figures can be trusted today, and what speaks against it. */
export function healthSentence({ sources, webhooks, doctor }: DataHealth): string {
  const silent = sources.filter(({ isSilent }) => isSilent);
  const refused = sources.reduce((sum, { refused24h }) => sum + refused24h, 0);
  const told = [
    ...(silent.length === 0
      ? []
      : [
          silent.length === 1
            ? `“${silent[0]?.source}” stopped sending`
            : `${countText(silent.length)} sources stopped sending`,
        ]),
    ...(refused === 0 ? [] : [`${countOf(refused, "item")} refused in 24 hours`]),
    ...(webhooks.failing === 0 ? [] : [`${countOf(webhooks.failing, "webhook")} failing`]),
    ...(doctor === null || doctor.ok ? [] : ["the last check found differences"]),
  ];
  if (told.length === 0) return "Everything arrives as usual.";
  const text = told.join(", ");
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}
