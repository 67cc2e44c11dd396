const monday = Date.UTC(2026, 2, 2, 9);

/** The instant so many minutes after the start of every test's calendar, or before it. */
export function at(minutes: number): Date {
  return new Date(monday + minutes * 60_000);
}
