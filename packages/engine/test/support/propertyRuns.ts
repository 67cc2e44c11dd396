/** How many samples a property test takes: few, or more where MILEPOST_RUNS says so. */
export function propertyRuns(few: number): number {
  const factor = Number(process.env.MILEPOST_RUNS ?? 1);
  if (!(factor > 0))
    throw new Error("MILEPOST_RUNS is a factor: 1 as it is, 20 for a long search.");
  return Math.ceil(few * factor);
}
