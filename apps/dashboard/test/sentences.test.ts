import type { DataHealth, LessonReport, OverviewReport, TimeToComplete } from "@milepost/client";
import { describe, expect, test } from "vitest";
import { cohortSentence, followedDays } from "../src/client/pages/course/cohortSentence.ts";
import { finisherBins } from "../src/client/pages/course/finisherBins.ts";
import { finishersSentence } from "../src/client/pages/course/finishersSentence.ts";
import { lessonSentence } from "../src/client/pages/course/lessonSentence.ts";
import { finishersWarning, timeSentence } from "../src/client/pages/course/timeSentence.ts";
import { onTimeSentence } from "../src/client/pages/deadlines/onTimeSentence.ts";
import { skippedWhy } from "../src/client/pages/deadlines/skippedWhy.ts";
import { healthSentence } from "../src/client/pages/health/healthSentence.ts";
import { overviewSentence } from "../src/client/pages/overview/overviewSentence.ts";
import { completedText, dueText, rangeText } from "../src/client/text/filters.ts";
import { endOfPeriod } from "../src/client/text/times.ts";

const overview = (attempts: number, yesterday: number, course: string | null, n = attempts) =>
  ({
    overdue: {
      attempts,
      attemptsYesterday: yesterday,
      course: course === null ? null : { course, title: course, overdue: n },
    },
    dueSoon: { days: 7, attempts: 3, atRisk: 1 },
  }) as OverviewReport;

test.each([
  [
    overview(41, 35, "Fire", 30),
    "41 attempts are overdue, 6 more than yesterday. Fire is the main cause, with 30.",
  ],
  [
    overview(1, 3, "Fire"),
    "1 attempt is overdue, 2 fewer than yesterday. All of them are in Fire.",
  ],
  [
    overview(2, 2, "Fire"),
    "2 attempts are overdue, as many as yesterday. All of them are in Fire.",
  ],
  [overview(0, 2, null), "Nobody is overdue. 3 deadlines in the next 7 days, 1 of them at risk."],
])("the overview says what needs somebody today", (report, sentence) => {
  expect(overviewSentence(report)).toBe(sentence);
});

const lesson = (title: string, viewed: number, lost: number, low: number) =>
  ({
    title,
    viewed,
    viewedNotCompleted: lost,
    dropOffRate: viewed === 0 ? null : lost / viewed,
    dropOffRateLow: low,
  }) as LessonReport;

describe("the lessons' sentence", () => {
  test("names the lesson that loses most, by the lower bound and not by one of one", () => {
    const items = [lesson("Extinguishers", 200, 50, 0.19), lesson("Rare", 5, 5, 0.56)];
    expect(lessonSentence([items[0] as LessonReport, lesson("One", 1, 1, 0.2)])).toBe(
      "“Extinguishers” loses most: 25 % of 200 viewers did not complete it.",
    );
    expect(lessonSentence(items)).toContain("“Rare” loses most: 100 % of 5");
  });

  test("says that nobody was lost, and that nobody can tell yet", () => {
    expect(lessonSentence([lesson("A", 9, 0, 0)])).toBe(
      "Everybody who viewed a lesson completed it.",
    );
    expect(lessonSentence([lesson("A", 4, 4, 0.4)])).toMatch(/^Not enough views yet/);
  });
});

const point = (day: number, completed: number, atRisk: number) => ({
  day,
  completed,
  low: completed - 0.1,
  high: completed + 0.1,
  atRisk,
  finished: 1,
});

const none = { p50Days: null, p90Days: null, meanDays: null };

const times = (given: Partial<TimeToComplete>) =>
  ({
    n: 120,
    censored: 40,
    p50Days: null,
    curve: [],
    finishers: { ...none, n: 0 },
    ...given,
  }) as TimeToComplete;

describe("the curve's sentence", () => {
  test("says the median with its interval, the share of a month, and who is still going", () => {
    const curve = [
      point(10, 0.42, 100),
      point(20, 0.5, 80),
      point(25, 0.61, 60),
      point(40, 0.7, 20),
    ];
    expect(timeSentence(times({ curve, p50Days: 20 }))).toBe(
      "Half complete by day 20 (95 %: 10–25). 61 % by day 30. 40 are still going or silent.",
    );
  });

  test("never says a median that was not reached, nor reads past where ten are at risk", () => {
    const curve = [point(10, 0.3, 12), point(50, 0.9, 3)];
    expect(timeSentence(times({ curve }))).toBe(
      "Half is not reached (30 % by day 10). 40 are still going or silent.",
    );
    expect(timeSentence(times({ n: 3, curve: [point(1, 0.3, 3)] }))).toMatch(
      /^Not enough data \(n = 3\)/,
    );
  });

  test("warns of the finishers' median where it is a fifth below the estimate", () => {
    const of = (only: number | null, p50Days: number | null) =>
      finishersWarning(
        times({ p50Days, finishers: { n: 9, p50Days: only, p90Days: null, meanDays: null } }),
      );
    expect(of(13, 24)).toContain("took 13 days at the median, less than the 24 days to expect");
    expect(of(20, 24)).toBeNull();
    expect(of(null, 24)).toBeNull();
    expect(of(9, null)).toContain("half have not finished");
  });
});

describe("finishers", () => {
  const days = (...given: [day: number, finished: number][]) =>
    given.map(([day, finished]) => ({ ...point(day, 0.5, 20), finished }));

  test("stand in a dozen bins at most, none twice and none left out", () => {
    expect(finisherBins(days([0, 2], [1, 3], [2, 1]))).toEqual([
      { fewest: 0, most: 1, finishers: 5 },
      { fewest: 2, most: 2, finishers: 1 },
    ]);
    const year = days(...Array.from({ length: 365 }, (_, day): [number, number] => [day, 2]));
    const bins = finisherBins(year);
    expect(bins.length).toBeLessThanOrEqual(13);
    expect(bins.reduce((sum, { finishers }) => sum + finishers, 0)).toBe(730);
    // The slowest of all share a bin without an end.
    expect(finisherBins(days([3, 99], [300, 1])).at(-1)).toEqual({
      fewest: 4,
      most: null,
      finishers: 1,
    });
    expect(finisherBins([])).toEqual([]);
  });

  test("are said by the span that most took, and who is among none of them", () => {
    const curve = days([5, 3], [9, 8]);
    const report = times({ curve, censored: 1, finishers: { ...none, n: 11 } });
    expect(finishersSentence(report, finisherBins(curve))).toBe(
      "8 of 11 finishers took 9 days, more than any other span. " +
        "1 still going or silent is in no column.",
    );
  });
});

test("what a list is filtered by is said as people count", () => {
  expect(rangeText({ maxDays: 7 })).toBe("7 days or fewer");
  expect(rangeText({ minDays: 1, maxDays: 1 })).toBe("1 day");
  expect(rangeText({ minDays: 8, maxDays: 30 })).toBe("8–30 days");
  expect(rangeText({ minDays: 91 })).toBe("more than 90 days");
  const berlin = { id: "Europe/Berlin", label: "Europe/Berlin" };
  const [dueFrom, dueBefore] = ["2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z"];
  expect(dueText({ dueFrom, dueBefore }, berlin)).toBe("Due 1 Oct 2026 – 31 Oct 2026");
  expect(dueText({ dueFrom, dueBefore: "2026-10-01T22:00:00Z" }, berlin)).toBe("Due 1 Oct 2026");
  expect(dueText({ dueBefore }, berlin)).toBe("Due until 31 Oct 2026");
  const completed = { completedFrom: dueFrom, completedBefore: dueBefore };
  expect(completedText(completed, berlin)).toBe("Completed 1 Oct 2026 – 31 Oct 2026");
  expect(completedText({ completedFrom: dueFrom }, berlin)).toBe("Completed from 1 Oct 2026");
});

test("cohorts are compared with the one before that half completed", () => {
  const cohort = (name: string, enrolled: number, p50Days: number | null) =>
    ({ cohort: name, enrolled, exempt: 0, p50Days, reached: 0.4 }) as never;
  expect(cohortSentence([cohort("2026-01", 20, 30), cohort("2026-02", 20, 25)])).toBe(
    "2026-02: half completed within 25 days, 5 days sooner than 2026-01.",
  );
  expect(cohortSentence([cohort("2026-01", 20, null)])).toMatch(/^No cohort has half completed/);
  expect(cohortSentence([cohort("2026-01", 9, 3)])).toMatch(/^Not enough data/);
  expect(followedDays(endOfPeriod("2026-02-01", "month"), "2026-03-11T09:00:00.000Z")).toBe(10);
  expect(followedDays(endOfPeriod("2026-12-28", "week"), "2027-01-03T23:00:00.000Z")).toBe(0);
  expect(endOfPeriod("2026-12-01", "month")).toBe("2027-01-01");
});

test("on time is said of all months, and of the worst that can be told", () => {
  const month = (name: string, due: number, onTime: number) => ({
    month: name,
    due,
    onTime,
    rate: due === 0 ? null : onTime / due,
  });
  expect(
    onTimeSentence([month("2026-01", 10, 9), month("2026-02", 10, 5), month("2026-03", 1, 0)]),
  ).toBe("67 % of 21 were on time; least in 2026-02: 50 % of 10.");
  expect(onTimeSentence([month("2026-01", 0, 0)])).toBe(
    "Nothing was due in the last twelve months.",
  );
});

test("data health says what speaks against the figures, or that nothing does", () => {
  const health = (given: object) =>
    ({ sources: [], webhooks: { failing: 0 }, doctor: null, ...given }) as unknown as DataHealth;
  expect(healthSentence(health({}))).toBe("Everything arrives as usual.");
  const sources = [{ source: "lms", isSilent: true, refused24h: 2 }];
  expect(healthSentence(health({ sources, doctor: { ok: false } }))).toBe(
    "“lms” stopped sending, 2 items refused in 24 hours, the last check found differences.",
  );
});

test("whom an act skips is said by why, the most frequent first", () => {
  const refused = (code: string) => ({ status: "refused", code }) as never;
  const results = [
    refused("attempt_completed"),
    { status: "recorded" } as never,
    refused("deadline_moved"),
    refused("attempt_completed"),
    { status: "unchanged" } as never,
  ];
  expect(skippedWhy(results).map(({ why, of }) => [of.length, why])).toEqual([
    [2, "completed since this list was loaded"],
    [1, "had the deadline moved by somebody else since"],
    [1, "already as they would be"],
  ]);
});
