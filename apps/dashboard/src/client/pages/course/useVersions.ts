import { readVersions } from "../../api/learners.ts";
import { useAnswer } from "../../api/useAnswer.ts";
import { useCaller, zoneOf } from "../../shell/Session.tsx";
import { dayOf } from "../../text/times.ts";

/** The versions of an outline that were published from one day on and before another. */
export type VersionsIn = (from: string, before: string) => readonly number[];

/**
 * When a course's versions were published, in days of the organisation's zone: what changed about
 * the course may be why its numbers did. None while they are read, and of no course.
 */
export function useVersions(course: string | undefined): VersionsIn {
  const { timeZone } = useCaller();
  const enabled = course !== undefined;
  const versions = useAnswer("fixed", ["versions", course], () => readVersions(course ?? ""), {
    enabled,
  });
  const published = (versions.data ?? []).map(({ outlineVersion, changedAt }) => ({
    outlineVersion,
    day: dayOf(new Date(changedAt), zoneOf("org", timeZone)),
  }));
  return (from, before) =>
    published
      .filter(({ day }) => day >= from && day < before)
      .map(({ outlineVersion }) => outlineVersion)
      .sort((a, b) => a - b);
}

/** Such as `version 3 published` and `versions 3, 4 published`. */
export function publishedText(versions: readonly number[]): string {
  return `version${versions.length === 1 ? "" : "s"} ${versions.join(", ")} published`;
}
