const firstDay = Date.UTC(2026, 2, 2, 9);

/** Nine in the morning UTC of the nth day of the tests' calendar, which begins on 2 March 2026. */
export function onDay(n: number): Date {
  return new Date(firstDay + n * 86_400_000);
}
