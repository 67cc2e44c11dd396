/** How one kind of learner goes about a course. */
export interface Archetype {
  /** What the first session is set by. */
  readonly aimsAt: "enrollment" | "deadline" | "afterDeadline" | "nothing";
  /**
   * Median days until the first session, counted from what it aims at (before a deadline,
   * backward).
   */
  readonly startDays: number;
  /** Mean days between two sessions. */
  readonly gapDays: number;
  /** Lessons in one session, at least and at most. */
  readonly sessionLessons: readonly [number, number];
  /** Factor on a lesson's difficulty. */
  readonly trouble: number;
  /** Chance that an optional lesson is opened. */
  readonly curiosity: number;
  /** Factor on the time a lesson takes. */
  readonly pace: number;
  /** They stop for good after so many lessons, at least and at most. */
  readonly stopsAfter?: readonly [number, number];
  /** They let months pass after so many lessons, at least and at most. */
  readonly pausesAfter?: readonly [number, number];
}

/**
 * The people a course gets. Without a deadline, `procrastinator` and `straggler` count their days
 * from enrollment, ten times as many.
 */
export const archetypes = {
  keen: {
    aimsAt: "enrollment",
    startDays: 0.8,
    gapDays: 1.2,
    sessionLessons: [2, 5],
    trouble: 0.35,
    curiosity: 0.85,
    pace: 0.9,
  },
  steady: {
    aimsAt: "enrollment",
    startDays: 5,
    gapDays: 3.2,
    sessionLessons: [1, 3],
    trouble: 0.85,
    curiosity: 0.45,
    pace: 1,
  },
  pauser: {
    aimsAt: "enrollment",
    startDays: 4,
    gapDays: 5,
    sessionLessons: [1, 3],
    trouble: 0.8,
    curiosity: 0.35,
    pace: 1.1,
    pausesAfter: [2, 7],
  },
  procrastinator: {
    aimsAt: "deadline",
    startDays: 1.3,
    gapDays: 0.3,
    sessionLessons: [4, 9],
    trouble: 0.6,
    curiosity: 0.06,
    pace: 0.75,
  },
  sampler: {
    aimsAt: "enrollment",
    startDays: 3,
    gapDays: 5,
    sessionLessons: [1, 2],
    trouble: 1.7,
    curiosity: 0.3,
    pace: 0.9,
    stopsAfter: [1, 6],
  },
  straggler: {
    aimsAt: "afterDeadline",
    startDays: 7,
    gapDays: 3,
    sessionLessons: [1, 4],
    trouble: 1.1,
    curiosity: 0.08,
    pace: 1,
  },
  neverStarts: {
    aimsAt: "nothing",
    startDays: 0,
    gapDays: 4,
    sessionLessons: [1, 4],
    trouble: 1,
    curiosity: 0.05,
    pace: 1,
  },
} as const satisfies Record<string, Archetype>;

export type ArchetypeName = keyof typeof archetypes;
