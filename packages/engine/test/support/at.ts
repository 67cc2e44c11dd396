const monday = Date.UTC(2026, 2, 2, 9);

/** The instant so many minutes after the start of every test's calendar; before it, where negative. */
export function at(minutes: number): Date {
  return new Date(monday + minutes * 60_000);
}
