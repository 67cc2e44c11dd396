/** An instant so many days ago; less than 0 is ahead. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString();
}
