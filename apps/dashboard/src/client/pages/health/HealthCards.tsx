import type { DataHealth } from "@milepost/client";
import { useZone } from "../../shell/Session.tsx";
import { countOf, countText } from "../../text/numbers.ts";
import { agoText, instantText } from "../../text/times.ts";
import { Stat } from "../../ui/Stat.tsx";

/** The ledger, the reports' summaries, the webhooks and the last check, a number each. */
export function HealthCards({ health }: { health: DataHealth }) {
  const zone = useZone();
  const { feed, reports, webhooks, doctor, asOf } = health;
  const now = new Date(asOf);
  return (
    <section className="md-stats" aria-label="Health">
      <Stat
        label="Ledger"
        value={countText(feed.position)}
        note={
          feed.lastReceivedAt === null
            ? "No entries yet"
            : `entries, the last ${agoText(feed.lastReceivedAt, now)}`
        }
        explain={{ of: "ledger" }}
      />
      <Stat
        label="Reports"
        value={reports.waiting === 0 ? "Up to date" : countText(reports.waiting)}
        note={
          reports.recounts > 0
            ? `${countOf(reports.recounts, "recount")} after an outline edit under way`
            : reports.waiting === 0
              ? "nothing waits to be added to their sums"
              : "changes to add to their sums; figures count them already"
        }
        explain={{ of: "summaries" }}
      />
      <Stat
        label="Webhooks"
        value={webhooks.failing === 0 ? countText(webhooks.enabled) : countText(webhooks.failing)}
        tone={webhooks.failing > 0 ? "danger" : undefined}
        note={
          webhooks.failing > 0
            ? `failing of ${countText(webhooks.enabled)}, ${countText(webhooks.waiting)} waiting`
            : `enabled, ${countText(webhooks.waiting)} waiting, ` +
              `${countText(webhooks.givenUp)} given up`
        }
        explain={{ of: "webhooks" }}
      />
      <Stat
        label="Last check"
        value={
          doctor === null ? "Never" : doctor.ok ? "No differences" : countText(doctor.remaining)
        }
        tone={doctor !== null && !doctor.ok ? "danger" : undefined}
        note={
          doctor === null
            ? "Run milepost doctor, best every night"
            : `${instantText(doctor.ranAt, zone)} ${zone.label}, ${countOf(
                doctor.attempts,
                "attempt",
              )} checked`
        }
        explain={{ of: "doctor" }}
      />
    </section>
  );
}
